"""Times whole processes, those that are compared in turns, so that what else the machine does falls on all of them."""

import os
import statistics
import time


class Use:
    """What one process cost."""

    def __init__(self, seconds, user, system, peak_bytes):
        self.seconds, self.user, self.system, self.peak_bytes = seconds, user, system, peak_bytes


class Failure(Exception):
    """A process that was to be measured did not succeed."""


def once(command, folder=None, environment=None, expected=0):
    """Runs a command to its end, without a shell and with nothing to say; any exit code will do where none is expected."""
    silence = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, silence, 0), (os.POSIX_SPAWN_DUP2, silence, 1), (os.POSIX_SPAWN_DUP2, silence, 2)]
    before = os.getcwd()
    if folder:
        os.chdir(folder)
    try:
        start = time.perf_counter()
        child = os.posix_spawn(command[0], command, environment or os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - start
    finally:
        os.chdir(before)
        os.close(silence)
    code = os.waitstatus_to_exitcode(status)
    if code < 0 or (expected is not None and code != expected):
        raise Failure(f"{' '.join(command)} ended with {code}")
    return Use(seconds, usage.ru_utime, usage.ru_stime, usage.ru_maxrss * 1024)


def interleaved(runs, *contenders):
    """Runs each contender in turn, so many times; each is a function that returns a `Use`. A first round is not counted."""
    uses = [[] for _ in contenders]
    for run in range(runs + 1):
        # The order changes with each round: who comes second finds a warmer machine.
        order = list(enumerate(contenders))
        for place, contender in order if run % 2 else reversed(order):
            use = contender()
            if run:
                uses[place].append(use)
    return uses


def median(uses, what="seconds"):
    """The median of one figure."""
    return statistics.median(getattr(use, what) for use in uses)


def ratio(first, second):
    """The median of the rounds' own ratios, which a slow minute of the machine hardly moves."""
    return statistics.median(a.seconds / b.seconds for a, b in zip(first, second))
