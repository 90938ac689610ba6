// SPDX-License-Identifier: MIT
#pragma once

#include "requestbody.h"

#include <meshwatch/connector/fileupload.h>

namespace meshwatch::connector {

/// A file and what is known of it as multipart/form-data (RFC 7578), in the form that a Connector reads.
/// Fails as LocalFile if it cannot be read, as Invalid if it is too large or its device cannot seek.
[[nodiscard]] BodyMaker uploadForm(const FileUpload& upload);

} // namespace meshwatch::connector
