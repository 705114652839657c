using BenchmarkDotNet.Running;
using Benchmarks;
using Benchmarks.Peers;

if (args is ["peers", .. var peers]) return ComparePeers.Run(new(peers));
if (args is ["edits", .. var edits]) return EditCosts.Run(new(edits));
BenchmarkSwitcher.FromAssembly(typeof(Benchmarks.ModuleBenchmarks).Assembly).Run(args);
return 0;
