// Generated code and its callers name `XtraqError` and its members: with one import of this module they can.
@_exported public import XtraqRuntime
