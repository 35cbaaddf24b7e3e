public import GRDB

/// How far an order has come. The column's `CHECK` knows the same four.
///
/// `types` in `.xtraqconfig` says that `orders.status` is one of these; generated code then takes and returns it.
public enum OrderStatus: String, Sendable, Hashable, DatabaseValueConvertible {
    case placed, paid, shipped, cancelled
}
