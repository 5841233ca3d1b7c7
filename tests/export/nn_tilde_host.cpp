// A host like nn~ around an exported file, in C++, on libtorch's own loader: what the heap goes through in Max and Pd.
//
//     nn_tilde_host FILE STARTS CALLS ASKERS METHOD BUFFER [METHOD BUFFER ...]
//
// Each start makes an object for every METHOD and BUFFER, all at once, each with a copy of the file and a thread that
// plays. As nn~ does: several threads ask one module for its methods at the same time; methods run in inference mode;
// messages run outside it, in another thread, while methods run; a file is loaded again while it sounds. Memory that is
// lent to a method is exactly as long as it has to be, and overwritten after the call. After all that, attributes are
// set back, and what each object plays has to be what it played at the first start, to 1e-5.

#include <ATen/core/Tensor.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/serialization/import.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <exception>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

constexpr double kSame = 1e-5;

using Values = std::vector<c10::IValue>;

void require(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error(what);
}

std::vector<std::string> names(const torch::jit::Module& module, const std::string& method) {
  const auto answer = module.get_method(method)(Values{});
  std::vector<std::string> texts;
  for (const auto& text : answer.toListRef()) texts.push_back(text.toStringRef());
  return texts;
}

torch::jit::Module loaded(const std::string& path, int count) {
  torch::jit::Module module = torch::jit::load(path);
  module.eval();
  std::vector<std::thread> askers;
  std::atomic<int> answered{0};
  for (int asker = 0; asker < count; ++asker) {
    askers.emplace_back([&] { answered += names(module, "get_methods").empty() ? 0 : 1; });
  }
  for (auto& asker : askers) asker.join();
  require(answered == count, "get_methods answers nothing");
  return module;
}

class Object {
 public:
  Object(std::string path, int askers, std::string method, int64_t buffer)
      : path_(std::move(path)), method_(std::move(method)), askers_(askers), buffer_(buffer) {}

  void load() {
    auto fresh = loaded(path_, askers_);
    auto params = fresh.attr(method_ + "_params").toTensor();
    int64_t largest = 1;
    for (const auto& name : names(fresh, "get_methods")) {
      auto ratios = fresh.attr(name + "_params").toTensor();
      largest = std::max({largest, ratios[1].item<int64_t>(), ratios[3].item<int64_t>()});
    }
    std::lock_guard<std::mutex> held(lock_);
    module_ = std::make_shared<torch::jit::Module>(fresh);
    inlets_ = params[0].item<int64_t>(), in_ratio_ = params[1].item<int64_t>();
    outlets_ = params[2].item<int64_t>(), out_ratio_ = params[3].item<int64_t>();
    samples_ = std::max(buffer_, largest);
    place_ = 0;
  }

  // One buffer; in the object's thread.
  std::vector<float> perform() {
    std::lock_guard<std::mutex> held(lock_);
    const int64_t width = samples_ / in_ratio_;
    std::vector<float> outgoing(outlets_ * (samples_ / out_ratio_));
    turn_ = 1 - turn_;
    auto& incoming = lent_[turn_];
    incoming.resize(inlets_ * width);
    for (int64_t inlet = 0; inlet < inlets_; ++inlet) {
      for (int64_t k = 0; k < width; ++k) {
        const auto time = static_cast<double>(place_ + (k + 1) * in_ratio_);
        incoming[inlet * width + k] = static_cast<float>(0.5 * std::sin(time * (in_ratio_ > 1 ? 1e-4 : 0.05) + inlet));
      }
    }
    place_ += samples_;
    const auto before = incoming;
    {
      c10::InferenceMode guard;
      Values arguments{at::from_blob(incoming.data(), {1, inlets_, width})};
      auto made = module_->get_method(method_)(std::move(arguments)).toTensor();
      require(made.scalar_type() == at::kFloat, method_ + " gives no float32");
      require(made.sizes() == at::IntArrayRef({1, outlets_, samples_ / out_ratio_}), method_ + " gives a wrong shape");
      made = made.contiguous();
      std::copy_n(made.const_data_ptr<float>(), outgoing.size(), outgoing.begin());
    }
    require(incoming == before, method_ + " writes to its input");
    // Whoever keeps a view of the input hears it at the next call, which has the other memory.
    std::fill(incoming.begin(), incoming.end(), std::numeric_limits<float>::quiet_NaN());
    for (float value : outgoing) require(std::isfinite(value), method_ + " gives what is no number");
    return outgoing;
  }

  // Every attribute to one of its values, or back to what it was at first; in another thread than the methods.
  void send(int64_t step, bool back) {
    std::shared_ptr<torch::jit::Module> module;
    {
      std::lock_guard<std::mutex> held(lock_);
      module = module_;
    }
    for (const auto& name : names(*module, "get_attributes")) {
      const auto kind = module->attr(name + "_params").toTensor()[0].item<int64_t>();
      auto value = back ? first_.at(name) : name == "sample_rate" ? c10::IValue(int64_t{48000} << step % 2) : tried(kind, step);
      module->get_method("set_" + name)(Values{value});
      auto now = module->get_method("get_" + name)(Values{});
      require(now.isList() || now.isTuple(), "get_" + name + " answers with no list");
    }
    if (back) module->get_method("set_reset")(Values{static_cast<int64_t>(1)});
    if (back) place_ = 0;
  }

  void remember() {
    for (const auto& name : names(*module_, "get_attributes")) {
      const auto values = module_->get_method("get_" + name)(Values{});
      first_[name] = values.toListRef()[0];
    }
  }

 private:
  static c10::IValue tried(int64_t kind, int64_t step) {
    if (kind == 0) return step % 2 == 0;
    if (kind == 1) return step % 3;
    if (kind == 2) return 0.25 * static_cast<double>(step % 5);
    // Long enough to lie on the heap.
    return std::string(step % 2 == 0 ? "principal" : "raw") + (step % 3 == 0 ? std::string(64, 'x') : "");
  }

  std::string path_, method_;
  int askers_;
  int64_t buffer_, inlets_ = 0, in_ratio_ = 1, outlets_ = 0, out_ratio_ = 1, samples_ = 0, place_ = 0;
  std::shared_ptr<torch::jit::Module> module_;
  std::map<std::string, c10::IValue> first_;
  std::vector<float> lent_[2];
  int turn_ = 0;
  std::mutex lock_;
};

// A thread whose failure is reported where it is joined.
class Worker {
 public:
  template <class Job>
  explicit Worker(Job job) : thread_([this, job] {
    try {
      job();
    } catch (const std::exception& error) {
      failure_ = error.what();
    }
  }) {}
  ~Worker() {
    if (thread_.joinable()) thread_.join();
  }
  void join() {
    thread_.join();
    require(failure_.empty(), failure_);
  }

 private:
  std::string failure_;
  std::thread thread_;
};

using Played = std::vector<std::vector<float>>;

Played start(const std::string& path, int calls, int askers, const std::vector<std::pair<std::string, int64_t>>& asked) {
  std::vector<std::unique_ptr<Object>> objects;
  for (const auto& [method, buffer] : asked) objects.push_back(std::make_unique<Object>(path, askers, method, buffer));
  auto at_once = [&](auto job) {
    std::vector<std::unique_ptr<Worker>> workers;
    for (auto& object : objects) workers.push_back(std::make_unique<Worker>([&job, &object] { job(*object); }));
    for (auto& worker : workers) worker->join();
  };
  at_once([](Object& object) {
    object.load();
    object.remember();
  });
  std::atomic<bool> sounding{true};
  Worker messages([&] {
    for (int64_t step = 0; sounding; ++step) {
      for (auto& object : objects) object->send(step, false);
    }
  });
  Worker reload([&] { objects[0]->load(); });
  std::exception_ptr failure;
  try {
    at_once([&](Object& object) {
      for (int call = 0; call < calls; ++call) object.perform();
    });
  } catch (...) {
    failure = std::current_exception();
  }
  sounding = false;
  messages.join();
  reload.join();
  if (failure) std::rethrow_exception(failure);
  Played played(objects.size());
  for (size_t k = 0; k < objects.size(); ++k) {
    objects[k]->send(0, true);
    for (int call = 0; call < 4; ++call) {
      const auto buffer = objects[k]->perform();
      played[k].insert(played[k].end(), buffer.begin(), buffer.end());
    }
  }
  return played;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 7 || count % 2 != 1) {
    std::fprintf(stderr, "usage: %s FILE STARTS CALLS METHOD BUFFER [METHOD BUFFER ...]\n", arguments[0]);
    return 2;
  }
  try {
    std::vector<std::pair<std::string, int64_t>> asked;
    for (int k = 5; k < count; k += 2) asked.emplace_back(arguments[k], std::stoll(arguments[k + 1]));
    const int starts = std::stoi(arguments[2]);
    Played first;
    double worst = 0.0;
    for (int number = 0; number < starts; ++number) {
      const auto played = start(arguments[1], std::stoi(arguments[3]), std::stoi(arguments[4]), asked);
      if (number == 0) first = played;
      for (size_t k = 0; k < played.size(); ++k) {
        for (size_t sample = 0; sample < played[k].size(); ++sample) {
          worst = std::max(worst, std::abs(static_cast<double>(played[k][sample]) - first[k][sample]));
        }
      }
      std::fprintf(stderr, "start %d\n", number + 1);
    }
    require(worst <= kSame, "an object plays otherwise than at the first start");
    std::printf("%d starts of %zu objects, differences up to %.1e\n", starts, asked.size(), worst);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "failed: %s\n", error.what());
    return 1;
  }
  return 0;
}
