namespace Generator.Editing;

/// <summary>Says, in an editor's words, why a change of the record is not made.</summary>
public sealed class EditRefused(string message) : Exception(message);
