return await QualityInsight.Jobs.Cli.QiApp.Run(args);
