# SPDX-License-Identifier: MIT
# What we stand on; every package is in Debian 12 (see ./dev setup). Included by the
# build and, installed, by MeshwatchConfig.cmake, so that both ask for the same things.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network WebSockets)
find_package(Qt6Keychain REQUIRED)
find_package(simdjson REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(libqrencode REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(libcurl REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-uc)
pkg_check_modules(librabbitmq REQUIRED IMPORTED_TARGET librabbitmq)
pkg_check_modules(libmosquitto REQUIRED IMPORTED_TARGET libmosquitto)
pkg_check_modules(hiredis REQUIRED IMPORTED_TARGET hiredis)
pkg_check_modules(libpq REQUIRED IMPORTED_TARGET libpq)
# Its _FILE_OFFSET_BITS means nothing where Qt 6 runs, and would keep the precompiled headers away.
set_target_properties(PkgConfig::hiredis PROPERTIES INTERFACE_COMPILE_OPTIONS "")
