using BenchmarkDotNet.Running;
using Benchmarks;
using Benchmarks.Peers;
using Benchmarks.Search;

if (args is ["peers", .. var peers]) return ComparePeers.Run(new(peers));
if (args is ["search", .. var search]) return await CompareSearch.Run(new(search));
if (args is ["lighthouse", .. var lighthouse]) return await Lighthouse.Run(new(lighthouse));
if (args is ["pictures", .. var pictures]) return await Pictures.Run(new(pictures));
if (args is ["index", var root, var output]) return IndexCosts.Run(root, output);
if (args is ["suggestions", .. var suggestions]) return Suggestions.Run(new(suggestions));
if (args is ["saves", .. var saves]) return await SaveLatency.Run(new(saves));
if (args is ["edits", .. var edits]) return EditCosts.Run(new(edits));
BenchmarkSwitcher.FromAssembly(typeof(Benchmarks.ModuleBenchmarks).Assembly).Run(args);
return 0;
