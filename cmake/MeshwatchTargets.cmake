# SPDX-License-Identifier: MIT
# Flags that everything of ours is built with, and meshwatch_room(): one folder of lib/.

add_library(meshwatch_flags INTERFACE)
target_compile_options(meshwatch_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    # In a unity build our sources are included, and look like headers with anonymous namespaces.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
target_compile_definitions(meshwatch_flags INTERFACE
    QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_URL_CAST_FROM_STRING
    QT_USE_QSTRINGBUILDER MESHWATCH_VERSION="${PROJECT_VERSION}")
if(MESHWATCH_SANITIZER)
    target_compile_options(meshwatch_flags INTERFACE
        -fsanitize=${MESHWATCH_SANITIZER} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(meshwatch_flags INTERFACE -fsanitize=${MESHWATCH_SANITIZER})
endif()

# meshwatch_room(<name> [ROOMS <room>...] [LIBRARIES <target>...] [PRIVATE_LIBRARIES <target>...]
#                [PRECOMPILED <header>...])
#
# Makes the static library meshwatch_<name> (alias Meshwatch::<name>) of this folder's src/ and
# include/. It sees the headers of ROOMS and of nothing else of ours: architecture, “Rooms”.
# The rooms share core's precompiled headers; PRECOMPILED gives one its own, for a header that is
# slow to read and used all over it.
function(meshwatch_room name)
    cmake_parse_arguments(ROOM "" "" "ROOMS;LIBRARIES;PRIVATE_LIBRARIES;PRECOMPILED" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS src/*.cpp src/*.h include/*.h)
    set(target meshwatch_${name})
    add_library(${target} STATIC ${sources})
    add_library(Meshwatch::${name} ALIAS ${target})
    set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_include_directories(${target}
        PUBLIC $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>
               $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
        PRIVATE src)
    list(TRANSFORM ROOM_ROOMS PREPEND Meshwatch:: OUTPUT_VARIABLE rooms)
    target_link_libraries(${target}
        PUBLIC ${rooms} Qt6::Core ${ROOM_LIBRARIES}
        PRIVATE ${ROOM_PRIVATE_LIBRARIES} $<BUILD_INTERFACE:meshwatch_flags>)
    if(name STREQUAL core OR ROOM_PRECOMPILED)
        target_precompile_headers(${target} PRIVATE
            <QtCore/QtCore> <QtNetwork/QtNetwork> <memory> <optional> <vector> ${ROOM_PRECOMPILED})
    else()
        target_precompile_headers(${target} REUSE_FROM meshwatch_core)
    endif()
    set_property(GLOBAL APPEND PROPERTY MESHWATCH_ROOMS ${target})
    install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
endfunction()
