# SPDX-License-Identifier: MIT
# What others get: the library for find_package(Meshwatch), and Debian packages (./dev package).
# Components: `programs` is what is run, `development` what others build with.
include(CMakePackageConfigHelpers)

get_property(rooms GLOBAL PROPERTY MESHWATCH_ROOMS)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Meshwatch)

install(TARGETS ${rooms} meshwatch EXPORT MeshwatchTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(EXPORT MeshwatchTargets NAMESPACE Meshwatch:: DESTINATION ${package_dir} COMPONENT development)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/MeshwatchConfig.cmake.in
    ${CMAKE_BINARY_DIR}/MeshwatchConfig.cmake
    INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
# Until 1.0 every minor version may change the interface.
write_basic_package_version_file(${CMAKE_BINARY_DIR}/MeshwatchConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/MeshwatchConfig.cmake ${CMAKE_BINARY_DIR}/MeshwatchConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/MeshwatchDependencies.cmake
        DESTINATION ${package_dir} COMPONENT development)

# What a desktop's menu and software centre show of the program.
if(MESHWATCH_BUILD_APP)
    set(app_id io.github.meshwatch.Meshwatch)
    install(FILES resources/${app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT programs)
    install(FILES resources/${app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT programs)
    install(FILES resources/icons/meshwatch.svg RENAME ${app_id}.svg
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT programs)
endif()
# A receiver and relay as a service: its file names programs where the package puts them.
install(FILES resources/meshwatch-serve@.service DESTINATION lib/systemd/system COMPONENT programs)
install(FILES CHANGELOG.md docs/cli.md docs/query.md docs/relay-protocol.md docs/scale.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/meshwatch
        COMPONENT programs)

# Debian wants the licence of each package under this name.
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/meshwatch RENAME copyright COMPONENT programs)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libmeshwatch-dev RENAME copyright
        COMPONENT development)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME meshwatch)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own, the first line of its description
set(CPACK_PACKAGE_VENDOR "The Meshwatch authors")
set(CPACK_PACKAGE_CONTACT "The Meshwatch authors <meshwatch@localhost>")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL programs development)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAMS_PACKAGE_NAME meshwatch)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SHLIBDEPS ON)
# Loaded while running, so that no library tells of them: fonts, platform plugins, the SVG icon engine.
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_DEPENDS "fonts-inter, fonts-jetbrains-mono, qt6-qpa-plugins, libqt6svg6")
# Words of Qt's own dialogs in other languages, Wayland, and a keychain for secrets.
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_RECOMMENDS
    "qt6-translations-l10n, qt6-wayland, libsecret-1-0, gnome-keyring | kwalletmanager | keepassxc")
set(CPACK_DEBIAN_PROGRAMS_DESCRIPTION "watch, talk to and set up enmeshed Connectors
Meshwatch receives the events that an enmeshed Connector reports, keeps every
one of them byte for byte and shows them. What was missed while nobody
listened it finds again through the Connector's REST API.

meshwatch is the desktop program, meshwatch-cli the same for servers and
scripts.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libmeshwatch-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
# Static libraries: who links them links what they stand on, and CMake asks pkg-config for some of it.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "qt6-base-dev, qt6-websockets-dev, qtkeychain-qt6-dev, librabbitmq-dev, libmosquitto-dev, libhiredis-dev, libpq-dev, libssl-dev, libqrencode-dev, libsimdjson-dev, libsqlite3-dev, nlohmann-json3-dev, libcurl4-openssl-dev, libicu-dev, libyaml-dev, pkg-config")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "library to watch enmeshed Connectors (development files)
Headers, static libraries and the CMake package of Meshwatch: a client of the
Connector's REST API, receivers of its events, a store and a query language
for them.

find_package(Meshwatch) gives the target Meshwatch::Meshwatch.")
include(CPack)
