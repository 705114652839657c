namespace Generator;

/// <summary>
/// The name of one kind of problem: a permanent code, a short name, and the paragraph that the published method pages give it.
/// The list of all of them is <see cref="Codes.All"/>.
/// </summary>
public sealed record ProblemCode(string Code, Severity Severity, string Name, string Paragraph)
{
    /// <summary>Whether it is found in one file of the record, and the seed that this names, alone: while these stay as they are it is found again.</summary>
    public bool StandsAlone { get; init; }
}
