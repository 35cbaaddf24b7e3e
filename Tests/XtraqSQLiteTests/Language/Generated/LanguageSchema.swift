// xtraq:generated v1 — do not edit.
// swift-format-ignore-file
// swiftlint:disable all

/// The named queries of schema `language`.
public nonisolated enum Language: Sendable {}
