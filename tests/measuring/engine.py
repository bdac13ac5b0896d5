"""One archive, three engines: `python -m tests.measuring.engine FOLDER [PAGES]`.

Pages of the folder (evenly spread, from the start again where there are too few; default 2,000) become one WARC.gz, a
member per record, which goes through `scraper clean -o FOLDER/` in one process, with two workers, and on a Ray cluster
of two nodes with one processor each on this machine. When a third of the output is there, the second node, which has
been seen cleaning, is killed with all its processes. Everything in the folders of output is compared byte for byte.
"""

import argparse
import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scraper.model.page import FetchResult
from scraper.reader import Input, find, is_single, read_input, suffix_of
from tests.measuring.scaling import family

_SHARE = 1 / 3
"""Part of the output that is there when the node is killed."""


def archived(number: int, page: bytes) -> bytes:
    """Return the member of a WARC that holds one page. Source: ISO 28500:2017 (WARC/1.1), 5 and 6.3."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page) + page
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://{number % 97}.example/{number}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + body + b"\r\n\r\n", 1, mtime=0)


def write_archive(folder: Path, count: int, target: Path) -> None:
    """Write so many pages of a folder into an archive."""
    found = [place for place in find([str(folder)]) if isinstance(place, Input) and is_single(suffix_of(place.place))]
    chosen = found[:: max(1, len(found) // count)]
    with target.open("wb") as file:
        for number in range(count):
            for page in read_input(chosen[number % len(chosen)], io.BytesIO()):
                if isinstance(page, FetchResult) and isinstance(page.body, bytes):
                    file.write(archived(number, page.body))


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file of a finished output by its name."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".scraper.lock")
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def written(folder: Path) -> int:
    """Return the bytes of records in a folder, in shards that are not finished too."""
    return sum(path.stat().st_size for path in folder.rglob("part-*"))


def begun(archive: Path, out: Path, *words: str) -> "subprocess.Popen[bytes]":
    """Start the run; what it says goes into a file beside its output."""
    line = [sys.executable, "-m", "scraper", "clean", str(archive), "-o", f"{out}/", *words]
    with out.with_suffix(".said").open("wb") as said:
        return subprocess.Popen(line, stderr=said)


def ended(run: "subprocess.Popen[bytes]", out: Path) -> str:
    """Wait for the end of a run and return its account, with processor time; RuntimeError where it failed."""
    _, status, spent = os.wait4(run.pid, 0)
    said = out.with_suffix(".said").read_text()
    if status:
        raise RuntimeError(said)
    # Of all its processes that it waited for: all workers here, none of a cluster.
    processor = f"{spent.ru_utime + spent.ru_stime:.1f} s of processors"
    return f"{next(line for line in said.splitlines() if ' pages in ' in line)}; {processor}"


@contextmanager
def two_nodes() -> Iterator[tuple[Any, Any]]:
    """Yield a cluster of two nodes with a processor each, and the one that may be killed."""
    # Ray gives its processes the least priority, and on a machine that does other things they would hardly run.
    os.environ.update({"RAY_USAGE_STATS_ENABLED": "0", "RAY_worker_niceness": "0"})
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    try:
        node = cluster.add_node(num_cpus=1)
        cluster.wait_for_nodes()
        yield cluster, node
    finally:
        cluster.shutdown()


def keepers(node: Any) -> list[int]:
    """Return the processes on a node that keep workers which clean pages."""
    raylet = node.all_processes["raylet"][0].process.pid
    return [pid for pid in family(raylet) if "workers.keeper" in Path(f"/proc/{pid}/cmdline").read_text()]


def lose(cluster: Any, node: Any, out: Path, share: int) -> int:
    """Wait for so many bytes of output and a node that cleans; kill it, and return how many were there."""
    while written(out) < share or not keepers(node):
        time.sleep(0.05)
    found = written(out)
    cluster.remove_node(node, allow_graceful=False)
    return found


def main(words: Sequence[str]) -> int:
    """Run all three; 1 where bytes differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("pages", type=int, nargs="?", default=2_000)
    args = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as place:
        archive, outs = Path(place, "pages.warc.gz"), [Path(place, name) for name in ("one", "two", "ray")]
        write_archive(args.folder, args.pages, archive)
        print(f"{args.pages} pages, {archive.stat().st_size / 1e6:.1f} MB packed")  # noqa: T201
        for out, workers in zip(outs[:2], "02", strict=True):
            print(f"--workers {workers}: {ended(begun(archive, out, '--workers', workers), out)}", flush=True)  # noqa: T201
        with two_nodes() as (cluster, node):
            run = begun(archive, outs[2], "--engine", "ray", "--address", cluster.address)
            there = lose(cluster, node, outs[2], int(written(outs[0]) * _SHARE))
            print(f"ray, two nodes: {ended(run, outs[2])}")  # noqa: T201
        print(f"one node was killed with {there:,} of {written(outs[0]):,} bytes written")  # noqa: T201
        made = [digests(out) for out in outs]
        same = made[0] == made[1] == made[2]
        print(json.dumps({"pages": args.pages, "files": len(made[0]), "identical": same}))  # noqa: T201
        return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
