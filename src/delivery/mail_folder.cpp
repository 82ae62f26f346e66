#include "delivery/mail_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace delivery {

namespace {

/// Complete on disk or false.
bool write_private(std::filesystem::path const& path, std::string_view bytes) {
    int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
                            S_IRUSR | S_IWUSR);
    if (file < 0)
        return false;
    bool complete = true;
    while (complete && !bytes.empty()) {
        ssize_t const written = ::write(file, bytes.data(), bytes.size());
        complete = written > 0;
        if (complete)
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    complete = complete && ::fsync(file) == 0;
    return ::close(file) == 0 && complete;
}

} // namespace

Receipt MailFolder::deliver(Parcel const& parcel, std::stop_token const&) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    auto const unfinished = folder_ / (parcel.id + ".part");
    if (!error && write_private(unfinished, parcel.message))
        std::filesystem::rename(unfinished, folder_ / (parcel.id + ".eml"), error);
    else
        error = std::make_error_code(std::errc::io_error);
    if (error)
        return {.reception = Reception::deferred, .reason = "the mail folder cannot be written"};
    return {.reception = Reception::accepted};
}

} // namespace delivery
