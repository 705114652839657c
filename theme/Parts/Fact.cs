using Microsoft.AspNetCore.Components;

namespace Theme.Parts;

/// <summary>A row of a list of facts: its name and what stands beside it; a row without a value is not shown.</summary>
public sealed record Fact(string Name, RenderFragment? Value);
