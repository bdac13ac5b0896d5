"""Jobs in, answers out."""

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.errors import UsageError, WorkersError
from scraper.workers import Cause, Lost, Ready, open_pool
from tests.workers.jobs import task

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs limits of memory that only Linux keeps")


def exists(pid: int) -> bool:
    """Whether a process is there and no mere entry in the table."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("workers", [1, 3])
def test_answers_come_in_the_order_of_the_jobs(workers: int) -> None:
    """However many workers there are, each answer stands where its job stood."""
    with open_pool(task(), workers) as pool:
        assert list(pool.stream(("double", number) for number in range(300))) == [2 * n for n in range(300)]


def test_what_needs_no_work_keeps_its_place() -> None:
    """Answers that are given instead of jobs come out where they went in."""
    jobs = [Ready("a"), ("double", 1), Ready("b"), Ready("c"), ("double", 2), Ready("d")]
    with open_pool(task(), 2) as pool:
        assert list(pool.stream(jobs)) == ["a", 2, "b", "c", 4, "d"]
        assert list(pool.stream([])) == []


@pytest.mark.parametrize(
    ("job", "cause", "words"),
    [
        ("spin", Cause.TIMEOUT, "more than 1 seconds of processor time"),
        ("spin_in_c", Cause.TIMEOUT, "more than 1 seconds of processor time"),
        pytest.param("swell", Cause.MEMORY, "more than 200 MiB", marks=linux),
        ("crash", Cause.CRASH, "SIGSEGV"),
        ("leave", Cause.CRASH, "code 5"),
        ("kill", Cause.CRASH, "SIGKILL"),
        ("blunder", Cause.CRASH, "LookupError: nobody foresaw this"),
    ],
)
def test_a_job_that_its_worker_does_not_survive_costs_itself(job: str, cause: Cause, words: str) -> None:
    """The job is named as lost with the cause, and those before, beside and behind it have their answers."""
    jobs = [("double", 1), ("double", 2), (job, 5), *(("double", number) for number in range(20))]
    with open_pool(task(megabytes=200), 2) as pool:
        answers = list(pool.stream(jobs))
    lost = answers.pop(2)
    assert isinstance(lost, Lost)
    assert (lost.cause, words in lost.why) == (cause, True)
    assert answers == [2, 4, *(2 * number for number in range(20))]


def test_a_job_that_waits_for_ever_is_ended() -> None:
    """The clock on the wall ends what takes no processor time."""
    with open_pool(task(seconds=0.5), 1) as pool:
        lost, answer = pool.stream([("sleep", 0), ("double", 1)])
    assert isinstance(lost, Lost)
    assert (lost.cause, lost.why, answer) == (Cause.TIMEOUT, "it took more than 0.5 seconds", 2)


def test_a_worker_ended_from_outside_is_no_fault_of_the_job(tmp_path: Path) -> None:
    """The job is done again by another worker."""
    with open_pool(task(), 1) as pool:
        assert list(pool.stream([("kill_once", str(tmp_path)), ("double", 4)])) == ["second try", 8]


@linux
def test_memory_that_was_given_back_is_no_fault() -> None:
    """A job within its limits leaves its worker in place, the same job above them costs the job."""
    with open_pool(task(megabytes=1_000), 1) as pool:
        before, _, after = pool.stream([("who", 0), ("hold", 0), ("who", 0)])
        assert before == after
    with open_pool(task(megabytes=100), 1) as pool:
        lost = list(pool.stream([("who", 0), ("hold", 0), ("who", 0)]))[1]
        assert isinstance(lost, Lost)
        assert lost.cause is Cause.MEMORY


@linux
def test_a_worker_that_stays_swollen_is_replaced() -> None:
    """After a job that left more than half of the allowed memory in use the next one has a fresh worker."""
    with open_pool(task(megabytes=300), 1) as pool:
        before, _, after = pool.stream([("who", 0), ("keep", 0), ("who", 0)])
    assert before != after


def test_workers_are_replaced_after_so_many_jobs() -> None:
    """No worker does more jobs than the guard allows."""
    with open_pool(task(pages=3), 1) as pool:
        pids = list(pool.stream(("who", 0) for _ in range(10)))
    assert [len(list(group)) for _, group in itertools.groupby(pids)] == [3, 3, 3, 1]


def test_errors_of_this_package_are_raised() -> None:
    """What the caller has to mend comes as the exception it was, and the pool goes on."""
    with open_pool(task(), 2) as pool:
        with pytest.raises(UsageError, match="makes no sense"):
            list(pool.stream([("double", 1), ("refuse", 0), ("double", 2)]))
        assert list(pool.stream([("double", 3)])) == [6]


def test_work_that_cannot_be_prepared_is_an_error() -> None:
    """An error of the preparation is raised as it was; a keeper that dies of it is named."""
    with open_pool(task("fail"), 1) as pool, pytest.raises(UsageError, match="cannot be prepared"):
        list(pool.stream([("double", 1)]))
    with open_pool(task("die"), 1) as pool, pytest.raises(WorkersError, match="has ended"):
        list(pool.stream([("double", 1)]))


def test_jobs_are_taken_as_they_are_needed() -> None:
    """Of endless jobs only so many are taken ahead of the answers that were asked for."""
    taken = itertools.count()
    last = 0

    def jobs() -> Iterator[tuple[str, int]]:
        nonlocal last
        for last in taken:
            yield "double", last

    with open_pool(task(), 2) as pool:
        answers = pool.stream(jobs())
        assert list(itertools.islice(answers, 50)) == [2 * number for number in range(50)]
        time.sleep(0.2)
        assert last < 50 + 130
        answers.close()


def test_jobs_and_answers_larger_than_any_buffer() -> None:
    """Neither side waits for the other for ever when both have much to say."""
    with open_pool(task(), 2) as pool:
        sizes = [len(answer) for answer in pool.stream([("large", 5_000_000)] * 12)]
        assert sizes == [5_000_000] * 12
        assert list(pool.stream([("double", b"x" * 9_000_000)] * 6)) == [b"x" * 18_000_000] * 6


def test_what_libraries_print_is_no_answer(capfd: pytest.CaptureFixture[str]) -> None:
    """Words that a worker prints stand on standard error."""
    with open_pool(task(), 1) as pool:
        assert list(pool.stream([("chat", 7)])) == [7]
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("job", ["double", "spin"])
def test_no_process_is_left(job: str) -> None:
    """When the pool closes its workers are gone, busy or not, even if nobody waited for their answers."""
    with open_pool(task(cpu_seconds=60.0), 2) as pool:
        answers = pool.stream([("who", 0), *([(job, 1)] * 20)])
        pid = next(answers)
        assert exists(pid)
        answers.close()
    assert not exists(pid)


def test_workers_die_with_their_owner() -> None:
    """A program that is killed leaves no worker behind."""
    program = (
        "from scraper.workers import open_pool; from tests.workers.jobs import task\n"
        "with open_pool(task(cpu_seconds=60.0), 1) as pool:\n"
        "    stream = pool.stream([('who', 0), ('spin', 0), ('who', 0)])\n"
        "    print(next(stream), flush=True); list(stream)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=Path.cwd()) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline())
        assert exists(pid)
        os.kill(owner.pid, signal.SIGKILL)
    until = time.monotonic() + 10
    while exists(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not exists(pid)
