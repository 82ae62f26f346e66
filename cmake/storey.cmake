# storey(NAME [LINKS public...] [PRIVATE private...]): one storey is one directory, one namespace,
# one static library. Every .cpp below the directory belongs to it: no list of files to forget.

set(MIJNDUO_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wswitch
    -Wnon-virtual-dtor -Wold-style-cast -Wmissing-field-initializers -Wunused -Woverloaded-virtual
    -Wnull-dereference -Wduplicated-cond -Wlogical-op -Werror
    # False alarms of g++ 12 on optional and variant at -O2 and under the sanitizers.
    -Wno-error=maybe-uninitialized -Wno-error=null-dereference -Wno-error=restrict
    -Wno-error=array-bounds -Wno-error=stringop-overflow -Wno-error=stringop-overread
    -Wno-error=dangling-pointer -Wno-error=free-nonheap-object)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  set(MIJNDUO_WARNINGS -Wall -Wextra -Wswitch -Wmissing-field-initializers -Werror
      -Wno-deprecated-declarations) # of libstdc++ 12 itself, in std::stable_sort
endif()
set(MIJNDUO_HARDENING -fstack-protector-strong -fcf-protection -fPIE)

set(MIJNDUO_STD_HEADERS <algorithm> <array> <chrono> <cstdint> <cstring> <expected> <functional>
    <map> <memory> <mutex> <optional> <set> <span> <string> <string_view> <thread>
    <unordered_map> <utility> <variant> <vector> <atomic>)

# One precompiled std vocabulary, shared by all storeys.
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/std_vocabulary.cpp CONTENT "// see cmake/storey.cmake\n")
add_library(std_vocabulary OBJECT ${CMAKE_BINARY_DIR}/std_vocabulary.cpp)
target_precompile_headers(std_vocabulary PRIVATE ${MIJNDUO_STD_HEADERS})
target_compile_options(std_vocabulary PRIVATE ${MIJNDUO_WARNINGS} ${MIJNDUO_HARDENING})

function(house_rules target)
  target_compile_options(${target} PRIVATE ${MIJNDUO_WARNINGS} ${MIJNDUO_HARDENING})
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_precompile_headers(${target} REUSE_FROM std_vocabulary)
endfunction()

# script/mutants builds some sources with mutants planted in them instead of themselves.
set(MIJNDUO_PLANTED "" CACHE PATH "Folder of planted sources; see script/mutants")

function(with_planted sources_name)
  set(chosen)
  foreach(source ${${sources_name}})
    file(RELATIVE_PATH path ${CMAKE_SOURCE_DIR} ${source})
    set(planted ${MIJNDUO_PLANTED}/${path})
    if(MIJNDUO_PLANTED AND EXISTS ${planted})
      set_source_files_properties(${planted} PROPERTIES COMPILE_OPTIONS "-w")
      list(APPEND chosen ${planted})
    else()
      list(APPEND chosen ${source})
    endif()
  endforeach()
  set(${sources_name} ${chosen} PARENT_SCOPE)
endfunction()

function(storey name)
  cmake_parse_arguments(S "" "" "LINKS;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  with_planted(sources)
  add_library(${name} STATIC ${sources})
  house_rules(${name})
  target_link_libraries(${name} PUBLIC ${S_LINKS} PRIVATE ${S_PRIVATE})
endfunction()

# program(NAME SOURCES... LINKS ...): an executable, hardened at link time.
function(program name)
  cmake_parse_arguments(P "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${P_SOURCES})
  house_rules(${name})
  target_link_libraries(${name} PRIVATE ${P_LINKS})
  target_link_options(${name} PRIVATE -pie -Wl,-z,relro,-z,now)
endfunction()
