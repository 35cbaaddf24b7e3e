/// A file of the output tree.
package struct GeneratedFile: Sendable, Equatable {
    /// What kind of code a file holds.
    package enum Category: String, Sendable, CaseIterable {
        /// Functions and the row types that belong to one of them.
        case procedures
        /// Row types that several queries share.
        case rowTypes
        /// Enumerations of the database.
        case enumerations
        /// Namespaces, and the record of what was generated from what.
        case support
    }

    /// Path below the output folder.
    package var path: String
    /// What it holds.
    package var category: Category
    /// Its content, UTF-8.
    package var bytes: [UInt8]

    /// Makes a file.
    package init(path: String, category: Category, bytes: [UInt8]) {
        self.path = path
        self.category = category
        self.bytes = bytes
    }
}
