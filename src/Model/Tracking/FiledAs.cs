namespace Model;

/// <summary>What a list is to who notes that it is read: a part of the record at a place among all, or the articles themselves.</summary>
internal readonly record struct FiledAs(Part Part, int Record)
{
    public static readonly FiledAs AllArticles = new(default, -1);

    public void NoteAll()
    {
        if (Record < 0) ReadLog.Note(Whole.Articles);
        else ReadLog.Note(Part, Record);
    }

    /// <summary>Notes that the list is read of a year or a month. What records have of a month is not told apart from the rest of the year: they are too many.</summary>
    public void Note(Period period)
    {
        if (Record < 0) ReadLog.Note(period);
        else ReadLog.NoteYear(period.Year, Record);
    }
}
