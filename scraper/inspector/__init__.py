"""Looking at what came out: records against gold pages, other tools on the same pages, time against time."""
