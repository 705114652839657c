using Microsoft.AspNetCore.Components;

namespace Theme.Parts;

/// <summary>A part of a long list: its heading, how many things it holds, and they.</summary>
public sealed record ListGroup(string Heading, int Count, RenderFragment Body);
