// SPDX-License-Identifier: MIT
#include "stopsignals.h"
#include "storeoption.h"

#include <meshwatch/events/eventexport.h>

namespace meshwatch::cli {

namespace {

struct Options {
    std::string data;
    std::vector<std::string> filter;
    Format format = Format::Table;
    qint64 limit = 0;
    std::string output;
};

void addCommon(CLI::App& command, Options& options) {
    command.add_option("--data", options.data, "the workspace's folder")->required()->option_text("DIR");
    command
        .add_option("filter", options.filter,
                    "only events that match, e.g. trigger:transport.message* since:30m")
        ->option_text("FILTER");
    command.add_option("--limit", options.limit, "at most this many, the newest")
        ->check(CLI::Range(0, 1'000'000'000))
        ->option_text("N");
}

int listEvents(const Options& options) {
    auto reader = openReader(options.data);
    if (!reader)
        return fail(reader.error());
    auto query = parseFilter(options.filter);
    if (!query)
        return fail(query.error(), Misuse);
    (*reader)->setCancel(StopSignals::arePending);
    const auto names = connectionNames(**reader);
    const auto start =
        options.limit > 0 ? (*reader)->startOfNewest(*query, options.limit) : Result<EventSeq>(EventSeq{});
    if (!start)
        return fail(start.error());
    print(headLine(options.format));
    const auto listed = (*reader)->forEach(*query, *start, [&](const Event& event) {
        print(line(event, names.value(event.row.connection.value), options.format));
        return true;
    });
    return listed ? Success : fail(listed.error());
}

int writeFile(const Options& options, EventExport::Format format) {
    const auto reader = openReader(options.data);
    if (!reader)
        return fail(reader.error());
    const auto query = parseFilter(options.filter);
    if (!query)
        return fail(query.error(), Misuse);
    (*reader)->setCancel(StopSignals::arePending);
    const auto written = EventExport{text(options.output), format, *query, options.limit}.run(**reader);
    return written ? Success : fail(written.error());
}

} // namespace

void addEvents(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("events", "List stored events, oldest first");
    addCommon(*command, *options);
    addFormat(*command, options->format);
    command->callback([options, &action] { action = [options] { return listEvents(*options); }; });
}

void addExport(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    auto format = std::make_shared<EventExport::Format>(EventExport::Format::Jsonl);
    CLI::App* command = app.add_subcommand("export", "Write stored events to a file, whole or not at all");
    command->add_option("file", options->output, "the file to write; - is standard output")
        ->required()
        ->option_text("FILE");
    addCommon(*command, *options);
    command->add_option("--format", *format, "jsonl or csv")
        ->transform(CLI::CheckedTransformer(std::map<std::string, EventExport::Format>{
            {"jsonl", EventExport::Format::Jsonl}, {"csv", EventExport::Format::Csv}}))
        ->option_text("FORMAT (jsonl)");
    command->callback([=, &action] {
        action = [=] {
            if (options->output != "-")
                return writeFile(*options, *format);
            options->format = *format == EventExport::Format::Csv ? Format::Csv : Format::Jsonl;
            return listEvents(*options);
        };
    });
}

} // namespace meshwatch::cli
