#pragma once
#include <filesystem>
#include <string>

/// A folder of authorities that libcurl believes by itself, as Debian's believes /etc/ssl/certs:
/// whoever does not say otherwise trusts what stands in it. For as long as this lives.
class SystemFolder {
public:
    explicit SystemFolder(std::string const& certificate_pem);
    ~SystemFolder();
    SystemFolder(SystemFolder const&) = delete;
    SystemFolder& operator=(SystemFolder const&) = delete;

    std::string other_file() const; ///< a file with an authority that signed nothing
    std::string same_file() const;  ///< a file with the one of the folder

private:
    std::filesystem::path folder_;
};
