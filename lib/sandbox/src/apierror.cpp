// SPDX-License-Identifier: MIT
#include "apierror.h"

namespace meshwatch::sandbox::errors {

using namespace Qt::StringLiterals;

ApiError recordNotFound(QLatin1String type) {
    return {404, u"error.runtime.recordNotFound"_s,
            type + " not found. Make sure the ID exists and the record is not expired."_L1};
}

ApiError invalidValue(const QString& message) {
    return {400, u"error.runtime.validation.invalidPropertyValue"_s, message};
}

ApiError invalidPayload(const QString& message) {
    return {400, u"error.runtime.validation.invalidPayload"_s, message};
}

ApiError deserialization(const QString& message) {
    return {400, u"error.runtime.requestDeserialization"_s, message};
}

ApiError unknownType(const QString& type) {
    return {
        400, u"error.runtime.unknownType"_s,
        "Type '"_L1 + type +
            "' with version 1 was not found within reflection classes. You might have to install a module "
            "first."_L1};
}

ApiError inUseCase(const QString& message) {
    return {400, u"error.runtime.unknown"_s, "An error was thrown in a UseCase: "_L1 + message};
}

ApiError unexpected() { return {500, u"error.connector.unexpected"_s, u"An unexpected error occurred."_s}; }

ApiError backboneDown() {
    return {500, u"error.platform.unexpected"_s, u"The Backbone cannot be reached."_s};
}

ApiError notForYou() {
    return {400, u"error.transport.general.notIntendedForYou"_s,
            u"The object cannot be loaded: it is not intended for this Identity."_s};
}

} // namespace meshwatch::sandbox::errors
