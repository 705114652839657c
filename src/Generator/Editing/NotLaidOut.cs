namespace Generator.Editing;

/// <summary>Thrown at what is not laid out again; never leaves this folder.</summary>
public sealed class NotLaidOut : Exception;
