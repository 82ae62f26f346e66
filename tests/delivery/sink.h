#pragma once
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

/// A small SMTP server on a free port of this machine that misbehaves as told: one script for each
/// connection that comes. It serves as many connections as there are scripts, then closes. It also
/// answers at 127.0.0.2, which to the product is just another machine.
class Sink {
public:
    struct Script {
        std::string greeting = "220 sink";
        std::string mail_from = "250 ok";
        std::string rcpt_to = "250 ok";
        std::string end_of_data =
            "250 kept"; ///< empty: cuts the connection after the message came in
        std::chrono::milliseconds thinks{0}; ///< before it answers to the message
        bool answers_quit = true;
    };

    explicit Sink(std::vector<Script> scripts);
    /// One that serves whoever comes, several at once, until `received` is asked for.
    static Sink endless(Script const& script) { return Sink{script, 0}; }
    ~Sink();
    Sink(Sink const&) = delete;
    Sink& operator=(Sink const&) = delete;

    std::string url(std::string const& host = "127.0.0.1") const;
    /// What came in between DATA and the final dot, whether acknowledged or not. Call it at the
    /// end.
    std::vector<std::string> received();
    std::vector<std::string> commands();
    std::size_t count(); ///< of messages that came in until now

private:
    Sink(Script script, int);
    void listen();
    void serve();
    void serve_all();
    void end();
    void think(std::chrono::milliseconds how_long);
    void converse(int connection, Script const& script);

    std::vector<Script> scripts_;
    int listener_ = -1;
    int port_ = 0;
    bool endless_ = false;
    bool ended_ = false;
    std::mutex mutex_;
    std::condition_variable over_;
    std::vector<std::jthread> conversations_;
    std::vector<int> connections_;
    std::vector<std::string> received_;
    std::vector<std::string> commands_;
    std::thread thread_;
};
