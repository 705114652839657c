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

    public void NoteYear(string year)
    {
        if (Record < 0) ReadLog.NoteYear(year);
        else ReadLog.NoteYear(year, Record);
    }
}
