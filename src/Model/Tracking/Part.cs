namespace Model;

/// <summary>
/// The parts of an archive that change apart from each other and that pages are made from. Each record has some of them (see <see cref="Keys"/>): what its own file says (for an article
/// <see cref="Filing"/>, <see cref="Facts"/>, <see cref="Text"/>, <see cref="Marks"/>, <see cref="Sayings"/> and <see cref="Annotations"/>, for every other record <see cref="Facts"/> alone), and each list that the archive
/// keeps for it. <see cref="Filing"/> is what lists sort, cut and count articles by, and their old ids; it is in every list that an article is in. The lists of passages hold all that annotations say but for their notes, which
/// only the page of their article shows; so does <see cref="Sayings"/>. Of the lists themselves <see cref="Pages"/> is no more than which pages they make, and <see cref="Reported"/> in which articles a claim is reported:
/// planning a site asks for no more. <see cref="Summary"/> is what long lists show of a record: what is reported on a claim, what an actor, place or source is called. <see cref="Shared"/> is which articles are about a record that not
/// too many are about. <see cref="Searched"/> is what an article gives to the index of the search, which is made of all articles.
/// </summary>
public enum Part : byte
{
    Filing, Facts, Text, Marks, Sayings, Annotations, File,
    About, MentionsOf, MentionsIn, Identified, Said, Quoted, PassedOn, Heard, Values, Stances, Taken, Corrections, Relations, RelationsOn, Parts, Events, Claims, Neighbours, Stories, AlsoSaid, Elsewhere, Features,
    Pages, Reported, Summary, Shared, Searched,
}

/// <summary>
/// What pages read of the archive as a whole; <c>Searched</c> is all that the index of the search is made from, <c>Speaking</c> who speaks how often, <c>Years</c> which years articles are filed under when their list is cut. For each kind of record two more follow: which
/// records there are, and all that they say; then those of the articles of a year.
/// </summary>
public enum Whole { Articles, Records, Deadlines, Inferred, Searched, Speaking, Years }
