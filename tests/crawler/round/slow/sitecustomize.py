"""Makes a worker hang over one page: put into its path by a test, imported by every interpreter that finds it."""

import sys
import time


class _Hook:
    """Wraps the cleaning of pages once its module is there."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        """Wrap what is there already; finds nothing itself."""
        module = sys.modules.get("scraper.crawler.round.reading")
        if module is not None and hasattr(module, "clean_result") and not hasattr(module, "slowed"):
            real = module.clean_result
            module.slowed = True

            def slow(result: object, options: object) -> object:
                """Hang over a page that says so."""
                if b"HANG" in result.body:  # type: ignore[attr-defined]
                    time.sleep(60)
                return real(result, options)

            module.clean_result = slow


sys.meta_path.insert(0, _Hook())  # type: ignore[arg-type]
