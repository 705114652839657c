using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Benchmarks.ModuleBenchmarks).Assembly).Run(args);
