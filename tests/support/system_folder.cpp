#include "support/system_folder.h"

#include "saml/support/hostile_keys.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iomanip>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <sstream>
#include <unistd.h>

namespace {

/// What libcurl was built to believe cannot be seen from outside, so it is said again to each
/// handle before anybody else says anything.
std::string folder_in_force;

CURL* believing(CURL* handle) {
    if (!folder_in_force.empty())
        curl_easy_setopt(handle, CURLOPT_CAPATH, folder_in_force.c_str());
    return handle;
}

template<class Function>
Function* real(char const* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

/// The name by which OpenSSL looks for an authority in a folder.
std::string name_in_a_folder(std::string const& pem) {
    auto* bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    auto* certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    BIO_free(bio);
    std::ostringstream name;
    name << std::hex << std::setw(8) << std::setfill('0') << X509_subject_name_hash(certificate)
         << ".0";
    X509_free(certificate);
    return name.str();
}

} // namespace

extern "C" CURL* curl_easy_init() {
    static auto* const init = real<CURL*()>("curl_easy_init");
    return believing(init());
}

extern "C" void curl_easy_reset(CURL* handle) {
    static auto* const reset = real<void(CURL*)>("curl_easy_reset");
    reset(handle);
    believing(handle);
}

SystemFolder::SystemFolder(std::string const& certificate_pem)
    : folder_(std::filesystem::path{testing::TempDir()} /
              ("authorities-" + std::to_string(::getpid()))) {
    std::filesystem::create_directory(folder_);
    std::ofstream{folder_ / name_in_a_folder(certificate_pem)} << certificate_pem;
    std::ofstream{same_file()} << certificate_pem;
    std::ofstream{other_file()} << hostile::KeyPair::kept(3, 0, 4'000'000'000).certificate_pem;
    folder_in_force = folder_.string();
}

SystemFolder::~SystemFolder() {
    folder_in_force.clear();
    std::filesystem::remove_all(folder_);
}

std::string SystemFolder::same_file() const { return (folder_ / "same.pem").string(); }
std::string SystemFolder::other_file() const { return (folder_ / "other.pem").string(); }
