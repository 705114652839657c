using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Generator;

/// <summary>
/// A stretch of a source file: its path relative to the root with <c>/</c> between folders, and lines and columns counted from 1,
/// columns in UTF-16 units, the end exclusive.
/// </summary>
public readonly record struct Place(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The beginning of a file, for what concerns all of it.</summary>
    public static Place Of(string file) => new(file, 1, 1, 1, 1);
}

/// <summary>How bad a problem is: an error stops the build, a warning does not (unless <c>--strict</c>).</summary>
public enum Severity { Error, Warning }

/// <summary>Something an editor must mend: where, what is wrong, and what to do about it.</summary>
public sealed record Problem(Place Place, ProblemCode Code, string Message, string? Hint)
{
    public Severity Severity => Code.Severity;

    /// <summary>What is wrong and what to do, for those who do not see the place.</summary>
    public string InWords => Hint is null ? Message : $"{Message}: {Hint}";
}

/// <summary>All problems found so far. Safe to add to from several threads; read in the order of places, so that every run says the same.</summary>
public sealed class Problems
{
    private readonly ConcurrentBag<Problem> _found;
    private readonly List<Problem> _own = [];

    public Problems() : this([]) { }

    private Problems(ConcurrentBag<Problem> found) => _found = found;

    /// <summary>Those that were added through this one, since it was last forgotten.</summary>
    public IReadOnlyList<Problem> Added => _own;

    /// <summary>The same, when each of them stands alone (see <see cref="ProblemCode.StandsAlone"/>); null otherwise.</summary>
    public ImmutableArray<Problem>? AddedAlone => _own.All(p => p.Code.StandsAlone) ? [.. _own] : null;

    /// <summary>The same problems, which knows by itself what is added through it; for one thread.</summary>
    public Problems Apart() => new(_found);

    public void Add(Place place, ProblemCode code, string message, string? hint = null) => Add(new(place, code, message, hint));

    public void Add(Problem problem)
    {
        _found.Add(problem);
        lock (_own) _own.Add(problem);
    }

    /// <summary>Begins again without any.</summary>
    public void Forget()
    {
        _found.Clear();
        lock (_own) _own.Clear();
    }

    /// <summary>How many were added so far, repetitions included.</summary>
    public int Count => _found.Count;

    /// <summary>Whether each is found again while its file stays as it is: see <see cref="ProblemCode.StandsAlone"/>.</summary>
    public bool AllStandAlone => _found.All(p => p.Code.StandsAlone);

    public bool HasErrors => _found.Any(p => p.Severity == Severity.Error);

    /// <summary>Whether the next phase must not begin.</summary>
    public bool Stop(bool strict) => strict ? !_found.IsEmpty : HasErrors;

    /// <summary>By file, line, column, code and message, each once.</summary>
    public IReadOnlyList<Problem> Sorted() =>
        [.. _found.Distinct()
            .OrderBy(p => p.Place.File, StringComparer.Ordinal)
            .ThenBy(p => p.Place.Line).ThenBy(p => p.Place.Column)
            .ThenBy(p => p.Code.Code, StringComparer.Ordinal)
            .ThenBy(p => p.Message, StringComparer.Ordinal)];
}
