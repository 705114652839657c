using Model;

namespace Generator.Suggesting;

/// <summary>How somebody is named: a record of the archive, a name that no record has, a description such as <c>a senior official</c>, or a pronoun.</summary>
public enum AgentKind { Known, Name, Description, Pronoun }

/// <summary>Words of a text that can be the one who speaks. <paramref name="Text"/>: the name without titles, the description, the pronoun.</summary>
/// <param name="IsBody">Whether it is rather a body than a person, as far as its words or its record say.</param>
public sealed record Agent(int Start, int End, AgentKind Kind, string Text, Ref? Known = null, bool IsBody = false)
{
    /// <summary>The last word, small: what <c>the official</c> has in common with <c>a senior official</c>.</summary>
    public string Head => Text[(Text.LastIndexOf(' ') + 1)..].ToLowerInvariant();

    /// <summary>Whether both mean the same, as far as the words say.</summary>
    public bool Is(Agent other) => Known is not null || other.Known is not null ? Known == other.Known : Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase);
}
