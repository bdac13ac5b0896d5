"""The same pure line on engines that others have built: Ray Data, datatrove, Spark. See README.md.

    entries -> parcels -> reading -> parcels of pages -> guarded -> parcels of records -> entries' order, here

`ray_engine` is `scraper clean --engine ray`; `datatrove_step` and `spark` are for pipelines that are there already.
"""
