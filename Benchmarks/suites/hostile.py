"""Time and memory that bundles take which somebody made to do harm, for each command that reads them."""

import hashlib
import io
import json
import os
import struct
import subprocess
import zipfile
import zlib

from harness.timing import once


def run(bench):
    folder = os.path.join(bench.folder, "hostile")
    os.makedirs(folder)
    with open(os.path.join(folder, "answer.txt"), "w") as out:
        out.write("nothing\n")
    slowest, largest = (0, ""), (0, "")
    # By a process of its own: what a process is started with counts the memory of who starts it.
    child = os.fork()
    if child == 0:
        for name, content in bundles(bench):
            with open(os.path.join(folder, name + ".zip"), "wb") as out:
                out.write(content)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
        raise SystemExit("the bundles were not made")
    for name in sorted(name[:-4] for name in os.listdir(folder) if name.endswith(".zip")):
        path = os.path.join(folder, name + ".zip")
        for command in (["verify", path], ["list", path], ["show", path], ["reveal", "--bundle", path, "answer.txt"]):
            before = set(os.listdir(folder))
            use = once([bench.xtraq, "telemetry", *command], folder, expected=None)
            if set(os.listdir(folder)) != before:
                raise SystemExit(f"{command[0]} of {name} wrote something")
            slowest = max(slowest, (use.seconds, f"{command[0]} of {name}"))
            largest = max(largest, (use.peak_bytes / 1e6, f"{command[0]} of {name}"))
    bench.bars.measured("hostile-time", *slowest)
    bench.bars.measured("hostile-memory", *largest)


def bundles(bench):
    """Each kind of harm, with what a bundle of it holds."""
    def schema(*arguments):
        return subprocess.run([bench.xtraq, "telemetry", "schema", *arguments], capture_output=True, check=True).stdout

    example = json.loads(schema("snapshot", "--example"))
    document = dict(example, runId=1, timestampUtc=0)
    document.pop("projectRootHash", None)
    document.pop("procedureFilterHash", None)
    document["slowest"] = []
    whole = json.dumps(document).encode()

    def bundle(documents, change=lambda manifest: manifest, runs=1):
        manifest = {
            "formatVersion": 1, "tool": "xtraq", "toolVersion": example["version"], "redaction": "standard",
            "bundle": "0" * 32, "revealable": True, "runs": runs, "spanMinutes": 0,
            "dropped": {
                "fields": [], "unknownDocuments": 0, "damagedDocuments": 0, "unknownMembers": 0, "unusableMembers": 0,
                "unknownValues": 0},
            "entries": [
                {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
                for name, content in documents]}
        return pack([("manifest.json", json.dumps(change(manifest)).encode()), *documents])

    def one(content):
        return bundle([("documents/1-snapshot.json", content)])

    def member(text):
        return one(whole[:-1] + b', "x": ' + text + b"}")

    most = 4 << 20
    yield "plain", one(whole)
    for name in ("../evil", "/etc/passwd", "documents/../../evil", "a\\b", "documents/\x1b[2J.json", "<b>.json"):
        yield "name-" + "".join(letter if letter.isalnum() else "-" for letter in name), bundle([(name, whole)])
    yield "twice", bundle([("a.json", whole), ("a.json", whole)])
    yield "twins", bundle([("a.json", whole), ("A.json", whole)])
    yield "link", patch(one(whole), 38, struct.pack("<I", 0o120777 << 16), all_headers=True)
    yield "encrypted", patch(one(whole), 8, struct.pack("<H", 1), all_headers=True)
    yield "ratio", one(b"0" * most)
    yield "nested", one(pack([("a.zip", pack([("b.zip", b"0" * most)]))]))
    yield "count", pack([(f"documents/{number}-snapshot.json", b"{}") for number in range(1, 65_500)])
    yield "many-damaged", bundle([(f"documents/{number}-snapshot.json", b"{}") for number in range(1, 64_900)])
    yield "many-unlisted", pack([("manifest.json", b"{}")] + [(f"{number}", b"") for number in range(64_900)])
    end = one(whole)
    yield "end-count", end[:-14] + struct.pack("<HH", 65_535, 65_535) + end[-10:]
    yield "end-size", end[:-10] + struct.pack("<I", 0xFFFF_FFF0) + end[-6:]
    yield "size", patch(one(whole), 24, struct.pack("<I", 1 << 30), all_headers=True)
    yield "cut", one(whole)[:-100]
    yield "sum", overlapping(most)
    yield "numbers", member(b"1e99999")
    yield "long-number", member(b"9" * (most - 20_000))
    yield "deep", member(b"[" * 100_000 + b"]" * 100_000)
    yield "deep-object", member(b'{"a":' * 100_000 + b"1" + b"}" * 100_000)
    yield "many-numbers", member(b"[" + b"1," * (most // 2 - 10_000) + b"1]")
    yield "many-members", member(b"{" + b'"a":{},' * (most // 7 - 2_000) + b'"a":1}')
    yield "many-texts", member(b"[" + b'"a@b.c /a/b 1.2.3.4",' * (most // 22 - 1_000) + b"1]")
    for name, unit in (("dots", b"a."), ("at", b"a@"), ("slashes", b"/a"), ("colons", b"a:"), ("letters", b"a1B2")):
        yield "long-text-" + name, member(b'"' + unit * ((most - 20_000) // len(unit)) + b'"')
    yield "escapes", member(b'"<script>alert(1)</script>\\u001b]0;owned\\u0007\\u202e"')
    wide = dict(document, operations=[
        dict(operation, histogram={"scale": 6, "zeroCount": 0, "offset": -4096, "buckets": [[0, 1], [8191, 1]]})
        for operation in (document["operations"] * 16)[:16]])
    yield "wide-distributions", bundle(
        [(f"documents/{number}-snapshot.json", json.dumps(dict(wide, runId=number)).encode())
         for number in range(1, 1001)], runs=1000)
    yield "long-lists", bundle(
        [(f"documents/{number}-snapshot.json",
          json.dumps(dict(document, runId=number, phases=document["phases"] * 1500)).encode())
         for number in range(1, 41)], runs=40)

    def fields(manifest):
        manifest["dropped"]["fields"] = ["a.b@c.d/e/f:1.2.3.4 " * 9] * 9_000
        return manifest
    yield "manifest-fields", bundle([("documents/1-snapshot.json", whole)], fields)

    def entries(manifest):
        manifest["entries"] = manifest["entries"] * 64_000
        return manifest
    yield "manifest-entries", bundle([("documents/1-snapshot.json", whole)], entries)
    yield "manifest-deep", pack([("manifest.json", b"[" * 1_000_000)])
    yield "manifest-long", pack([("manifest.json", b'{"tool": "' + os.urandom(4 << 20).hex().encode() + b'"}')])


def pack(entries):
    """A ZIP file of any names, with content that is never packed so densely that it is refused for that alone."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            info = zipfile.ZipInfo("x" * len(name.encode()))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o100600 << 16
            info.filename = name
            if len(content) > 4096 and len(zlib.compress(content)) * 190 < len(content) and content[:1] != b"0":
                info.compress_type = zipfile.ZIP_STORED
            archive.writestr(info, content)
    return file.getvalue()


def patch(archive, offset, value, all_headers):
    """The archive with a value in the headers of its directory."""
    data = bytearray(archive)
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + offset:place + offset + len(value)] = value
        place = data.find(b"PK\x01\x02", place + 1) if all_headers else -1
    return bytes(data)


def overlapping(size):
    """A file whose entries all lie over the same content (David Fifield, "A better zip bomb", 2019)."""
    content = zlib.compress(os.urandom(size // 64) * 64)[2:-4]
    names = [f"documents/{number}-snapshot.json".encode() for number in range(1, 200)]
    body = b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(content), size, len(names[0]), 0)
    body += names[0] + content
    directory = b"".join(
        b"PK\x01\x02" + struct.pack(
            "<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 33, 0, len(content), size, len(name), 0, 0, 0, 0, 0o100600 << 16, 0)
        + name for name in names)
    count = len(names)
    return body + directory + b"PK\x05\x06" + struct.pack(
        "<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
