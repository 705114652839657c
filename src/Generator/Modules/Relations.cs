using Model;

namespace Generator.Modules;

/// <summary>The relations of articles in words, both ways.</summary>
public static class Relations
{
    /// <summary>What stands between the two articles; <paramref name="inverse"/> as seen from the other one.</summary>
    public static string Words(RelationVerb verb, bool inverse) => (verb, inverse) switch
    {
        (RelationVerb.Updates, false) => "updates",
        (RelationVerb.Updates, true) => "is updated by",
        (RelationVerb.Corrects, false) => "corrects",
        (RelationVerb.Corrects, true) => "is corrected by",
        (RelationVerb.Confirms, false) => "confirms",
        (RelationVerb.Confirms, true) => "is confirmed by",
        (RelationVerb.Disputes, false) => "disputes",
        (RelationVerb.Disputes, true) => "is disputed by",
        (RelationVerb.Qualifies, false) => "qualifies",
        (RelationVerb.Qualifies, true) => "is qualified by",
        (RelationVerb.GetsBackgroundFrom, false) => "gets background from",
        (RelationVerb.GetsBackgroundFrom, true) => "gives background to",
        _ => "disagrees with",
    };
}
