using System.Collections.Immutable;

namespace Model;

/// <summary>What is found in an article: its bonds, and the mentions in its text, which are <paramref name="Here"/> or come <paramref name="Later"/>, once they are asked for.</summary>
public sealed record Found(Bonds Bonds, ImmutableArray<Mention> Here, Func<ImmutableArray<Mention>>? Later = null)
{
    public ImmutableArray<Mention> Mentions => Later is null ? Here : Later();
}
