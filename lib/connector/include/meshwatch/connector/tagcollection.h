// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// Tags that attributes may carry: GET Attributes/TagCollection.
class TagCollection : public Record {
public:
    TagCollection() = default;
    [[nodiscard]] static ConnectorResult<TagCollection> fromJson(const QJsonObject& json,
                                                                 const QString& path = {});

    [[nodiscard]] QStringList supportedLanguages() const { return textsOf("supportedLanguages"); }
    /// Value type → tag → {displayNames, children}.
    [[nodiscard]] QJsonObject tagsForAttributeValueTypes() const {
        return objectOf("tagsForAttributeValueTypes");
    }

private:
    explicit TagCollection(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
