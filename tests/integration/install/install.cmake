# SPDX-License-Identifier: MIT
# Installs BUILD_DIR below WORK_DIR, moves the prefix away from where it was installed to (a package
# is unpacked elsewhere than it was made), builds OUTSIDE_DIR against it and reads what it prints.

function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
    if(NOT code EQUAL 0)
        string(JOIN " " command ${ARGN})
        message(FATAL_ERROR "${command}\nended with ${code}\n${out}\n${err}")
    endif()
    set(output "${out}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK_DIR})
run(${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${WORK_DIR}/made --component development)
file(RENAME ${WORK_DIR}/made ${WORK_DIR}/prefix)

# Nothing installed may lead back to where it was built.
file(GLOB_RECURSE scripts ${WORK_DIR}/prefix/*.cmake)
foreach(script ${scripts})
    file(READ ${script} text)
    foreach(place ${BUILD_DIR} ${WORK_DIR})
        string(FIND "${text}" "${place}" at)
        if(NOT at EQUAL -1)
            message(FATAL_ERROR "${script} names ${place}")
        endif()
    endforeach()
endforeach()

if(SANITIZER)
    set(FLAGS "${FLAGS} -fsanitize=${SANITIZER}")
endif()
run(${CMAKE_COMMAND} -S ${OUTSIDE_DIR} -B ${WORK_DIR}/build -G ${GENERATOR}
    -D CMAKE_PREFIX_PATH=${WORK_DIR}/prefix -D CMAKE_CXX_COMPILER=${COMPILER} -D "CMAKE_CXX_FLAGS=${FLAGS}"
    -D CMAKE_FIND_PACKAGE_NO_PACKAGE_REGISTRY=ON)
run(${CMAKE_COMMAND} --build ${WORK_DIR}/build)

file(MAKE_DIRECTORY ${WORK_DIR}/store)
run(${WORK_DIR}/build/outside ${WORK_DIR}/store/events.sqlite)
set(expected "built against ${VERSION}
event 1: transport.messageReceived
1 of 2 events match trigger:transport.*
misuse: a filter is not read
")
if(NOT output STREQUAL expected)
    message(FATAL_ERROR "expected:\n${expected}\ngot:\n${output}")
endif()
