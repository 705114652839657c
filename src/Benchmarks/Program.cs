using BenchmarkDotNet.Running;
using Benchmarks.Peers;

if (args is ["peers", .. var options]) return ComparePeers.Run(options);
BenchmarkSwitcher.FromAssembly(typeof(Benchmarks.ModuleBenchmarks).Assembly).Run(args);
return 0;
