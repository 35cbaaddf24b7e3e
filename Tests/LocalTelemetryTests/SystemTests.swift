import TestSupport
import Testing

@testable import LocalTelemetry

/// What the system says of itself, as it is read.
@Suite struct SystemTests {
    private static func platform(_ release: String) -> Platform {
        var platform = Platform(runtimeIdentifier: .other, operatingSystem: .other, operatingSystemVersion: nil)
        platform.adopt(osRelease: Array(release.utf8))
        return platform
    }

    @Test(
        arguments: [
            (
                "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"\nVERSION=\"12 (bookworm)\"\nID=debian\n",
                "debian", "12"
            ),
            ("ID='ubuntu'\nID_LIKE=debian\nVERSION_ID='24.04'", "ubuntu", "24.04"),
            ("ID=\"opensuse-leap\"\nVERSION_ID=15.6\n\n", "opensuse", "15.6"),
            ("ID=arch\nBUILD_ID=rolling\n", "arch", nil),
            ("ID=\"\nVERSION_ID=\n=\nID\n", nil, nil),
            ("ID=secret-distribution\nVERSION_ID=secret\n", nil, nil),
            ("", nil, nil),
        ] as [(String, String?, String?)])
    func readsNameAndVersion(release: String, name: String?, version: String?) {
        let platform = Self.platform(release)
        #expect(platform.operatingSystem.value?.rawValue == name)
        #expect(platform.operatingSystemVersion?.text == version)
    }

    @Test(
        arguments: [
            ("36 35 98:0 / /mnt rw,noatime master:1 shared:2 - ext3 /dev/root rw\n", "ext4"),
            ("1 0 0:1 / / rw - tmpfs tmpfs rw\n36 35 98:0 /a\\040b /mnt rw - btrfs /dev/root rw,x - y\n", "btrfs"),
            ("36 35 98:0 / /mnt rw - fuse.sshfs host: rw", "fuse"), ("36 35 98:0 / /mnt rw - 9p x rw", "v9fs"),
            ("36 35 98:0 / /mnt rw - secretfs x rw", nil),
        ] as [(String, String?)])
    func readsTheTypeOfAMount(mounts: String, type: String?) throws {
        let found = try #require(ResourceUse.fileSystem(ofMount: Array("36".utf8)[...], in: Array(mounts.utf8)))
        #expect(found.value?.rawValue == type)
    }

    @Test(arguments: ["", "36", "36 35 98:0 / /mnt rw\n", "360 35 98:0 / /mnt rw - ext4 x rw", "36 1 2 3 4 5 -"])
    func knowsNoTypeWhereNoneIsSaid(mounts: String) {
        #expect(ResourceUse.fileSystem(ofMount: Array("36".utf8)[...], in: Array(mounts.utf8)) == nil)
    }

    @Test func readsLongFilesInParts() throws {
        let folder = try TemporaryFolder()
        let text = (0..<2000).map { "name\($0):\t \($0)\n" }.joined()
        try folder.write("status", text)
        #expect(SmallFile.bytes(at: folder.path("status"), limit: 1 << 18) == Array(text.utf8))
        #expect(SmallFile.bytes(at: folder.path("status"))?.count == 4096)
        let values = SmallFile.values(of: ["name7:", "none:", "name12:"], at: folder.path("status"))
        #expect(values.map { $0.map { String(decoding: $0, as: UTF8.self) } } == ["7", nil, "12"])
        #expect(SmallFile.bytes(at: folder.path("missing")) == nil)
    }

    #if os(Linux)
    @Test func saysWhatThisProcessMayUse() {
        #expect((1...65_536).contains(ResourceUse.parallelism()))
        let (read, written) = ResourceUse.transferredBytes()
        #expect((read ?? 0) > 0 && written != nil)
    }
    #endif
}
