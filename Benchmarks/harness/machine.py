"""What the figures were measured on."""

import os
import platform
import re
import subprocess


def facts():
    """Lines for the head of a report."""
    with open("/proc/cpuinfo") as file:
        model = re.search(r"model name\s*:\s*(.*)", file.read())
    with open("/proc/meminfo") as file:
        memory = int(re.search(r"MemTotal:\s*(\d+)", file.read())[1]) // 1024 // 1024
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return [
        f"{system}, Linux {platform.release()}, {platform.machine()}",
        f"{model[1] if model else 'unknown processor'}, {len(os.sched_getaffinity(0))} cores, {memory} GiB",
        first_line(["swift", "--version"]),
        first_line(["gcc", "--version"]),
        f"load before: {os.getloadavg()[0]:.2f}",
    ]


def first_line(command):
    """What a program says of its own version."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return f"no {command[0]}"
