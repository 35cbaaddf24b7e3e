// xtraq:generated v1 — do not edit.
// swift-format-ignore-file
// swiftlint:disable all

/// The named queries of schema `main`.
///
/// Some functions keep the spelling of their query, because the Swift name would not be unique or is taken:
/// - `get_user`: ``get_user``
public nonisolated enum Main: Sendable {}
