public import TelemetryRecording

extension Field {
    /// A distribution: of durations in milliseconds, unless another unit is said.
    public static func histogram(
        _ name: StaticString, _ path: Path<Histogram>, unit: Unit = .milliseconds, _ purpose: StaticString
    ) -> Self {
        Self(path, FieldShape(name, .histogram, purpose).with { $0.unit = unit }, name: name) {
            $1.histogram($0)
        }
    }

    /// A part with fields of its own.
    public static func object<Value>(
        _ name: StaticString, _ path: Path<Value>, _ purpose: StaticString, _ fields: [Field<Value>]
    ) -> Self {
        let key = FieldKey(name)
        return Self(
            name,
            shape: { roots in .object(name, purpose, fields, examples: roots.map { $0[keyPath: path] }) },
            write: { root, encoder in
                encoder.key(key)
                encoder.object(root[keyPath: path], fields)
            })
    }

    /// A part that can be absent.
    public static func object<Value>(
        _ name: StaticString, _ path: Path<Value?>, _ purpose: StaticString, _ fields: [Field<Value>]
    ) -> Self {
        let key = FieldKey(name)
        return Self(
            name,
            shape: { roots in
                .object(name, purpose, fields, examples: roots.compactMap { $0[keyPath: path] })
                    .with { $0.isOptional = true }
            },
            write: { root, encoder in
                guard let value = root[keyPath: path] else { return }
                encoder.key(key)
                encoder.object(value, fields)
            })
    }

    /// A list of parts, cut where it is longer than `limit`, and the cut counted.
    ///
    /// A list whose items hold pseudonyms has an order by figures; ties are broken by the pseudonyms. In the order of
    /// names or of work a known list of names would decode them by position.
    public static func list<Value>(
        _ name: StaticString, _ path: Path<[Value]>, atMost limit: Int, order: ListOrder<Value> = .given,
        _ purpose: StaticString, _ fields: [Field<Value>]
    ) -> Self {
        let pseudonyms = Self.pseudonyms(of: fields)
        precondition(
            pseudonyms.isEmpty || order.isRanked, "the list \(name) holds pseudonyms and needs an order by figures")
        let key = FieldKey(name)
        return Self(
            name,
            shape: { roots in
                .object(name, purpose, fields, examples: roots.flatMap { $0[keyPath: path] }).with {
                    $0.kind = .list
                    $0.maximumItems = limit
                    $0.isRanked = order.isRanked
                }
            },
            write: { root, encoder in
                let items = order.sorted(root[keyPath: path], pseudonyms)
                if items.count > limit { encoder.counts.cutLists += 1 }
                encoder.key(key)
                encoder.array(min(items.count, limit)) { $1.object(items[$0], fields) }
            })
    }

    /// One by one: what maps lists of any kind looks for the conformance of this one at run time.
    private static func pseudonyms<Value>(of fields: [Field<Value>]) -> [@Sendable (Value) -> Pseudonym?] {
        var pseudonyms: [@Sendable (Value) -> Pseudonym?] = []
        for field in fields { if let pseudonym = field.pseudonym { pseudonyms.append(pseudonym) } }
        return pseudonyms
    }

    /// A list of terms of a vocabulary.
    public static func list(
        _ name: StaticString, _ path: Path<[Term]>, of vocabulary: Vocabulary, atMost limit: Int,
        _ purpose: StaticString
    ) -> Self {
        let key = FieldKey(name)
        return Self(
            name,
            shape: { _ in
                FieldShape(name, .list, purpose).with {
                    $0.texts = vocabulary.texts
                    $0.maximumItems = limit
                    $0.isListOfTexts = true
                }
            },
            write: { root, encoder in
                let items = root[keyPath: path]
                if items.count > limit { encoder.counts.cutLists += 1 }
                encoder.key(key)
                encoder.array(min(items.count, limit)) { $1.term(items[$0], of: vocabulary) }
            })
    }
}

extension DocumentEncoder {
    mutating func object<Root>(_ root: Root, _ fields: [Field<Root>]) {
        object { encoder in
            for field in fields { field.write(root, &encoder) }
        }
    }
}

extension FieldShape {
    fileprivate static func object<Value>(
        _ name: StaticString, _ purpose: StaticString, _ fields: [Field<Value>], examples: [Value]
    ) -> FieldShape {
        FieldShape(name, .object, purpose).with {
            // 0: the version is that of the whole, which is not known here.
            $0.children = fields.map { $0.shape(firstVersion: 0, examples: examples) }
        }
    }
}
