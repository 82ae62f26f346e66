# cmake -DFOLDER=... -DOUTPUT=... -P: writes FOLDER/NNNN_name[.sqlite|.postgres].sql into one .cpp.
file(GLOB files RELATIVE ${FOLDER} ${FOLDER}/*.sql)
list(SORT files)

set(names "")
foreach(file IN LISTS files)
  if(NOT file MATCHES "^([0-9][0-9][0-9][0-9]_[a-z0-9_]+)(\\.sqlite|\\.postgres)?\\.sql$")
    message(FATAL_ERROR "migrations/${file} is not named NNNN_name[.sqlite|.postgres].sql")
  endif()
  list(APPEND names ${CMAKE_MATCH_1})
endforeach()
list(REMOVE_DUPLICATES names)

# A literal may be 64 KiB by the standard's minimum; g++ and clang take any size.
function(literal variable name dialect)
  set(path ${FOLDER}/${name}.${dialect}.sql)
  if(NOT EXISTS ${path})
    set(path ${FOLDER}/${name}.sql)
  endif()
  if(NOT EXISTS ${path})
    message(FATAL_ERROR "migration ${name} is missing for ${dialect}")
  endif()
  file(READ ${path} sql)
  set(${variable} "R\"sql(${sql})sql\"" PARENT_SCOPE)
endfunction()

set(rows "")
set(last "")
foreach(name IN LISTS names)
  string(SUBSTRING ${name} 0 4 digits)
  if(digits STREQUAL last)
    message(FATAL_ERROR "two migrations have the number ${digits}")
  endif()
  set(last ${digits})
  string(REGEX REPLACE "^0+" "" number ${digits})
  literal(sqlite ${name} sqlite)
  literal(postgresql ${name} postgres)
  string(APPEND rows "    Migration{.number = ${number}, .name = \"${name}\",\n"
                     ".sqlite = ${sqlite},\n.postgresql = ${postgresql}},\n")
endforeach()

list(LENGTH names count)
file(WRITE ${OUTPUT} "// Made from migrations/*.sql by src/storage/migrate.embed.cmake.
#include \"storage/migrate.h\"

#include <array>

namespace storage {

std::span<Migration const> shipped_migrations() {
    static constexpr std::array<Migration, ${count}> all{{
${rows}    }};
    return all;
}

} // namespace storage
")
