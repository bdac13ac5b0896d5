"""How bytes lie in files: packed (`inflate/`, `zstd_files`) and in columns (`parquet`); nothing of pages or records."""
