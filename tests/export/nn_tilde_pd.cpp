// nn~ for Pure Data, as far as a patch can tell: it runs the exported file on libtorch's own loader.
//
//     [nn~ FILE METHOD BUFFER]
//
// Messages: set NAME VALUE ..., bufsize SAMPLES, enable 0|1, reload. As nn~ 1.6 does: input to a slow method is the last
// sample of each group, slow output is held; a buffer is a power of two, at least the largest ratio of all methods; with
// a buffer a thread computes, and the sound is one buffer later; with buffer 0 Pd's own thread does. A method of one
// inlet and one outlet buffers 4096 samples whatever its argument says, until bufsize comes. Numbers arrive through six
// decimals, and each symbol among them prints an empty error. A call that fails leaves the previous buffer sounding.
// Unlike nn~, it waits for a result that is late, and refuses a buffer that would be written beyond.

#include <ATen/core/Tensor.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/serialization/import.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

extern "C" {
#include <m_pd.h>
#include <unistd.h>
}

namespace {

constexpr int64_t kLongest = 4096;

using Values = std::vector<c10::IValue>;
using Buffer = std::vector<std::vector<float>>;

std::vector<std::string> names(const torch::jit::Module& module, const std::string& method) {
  const auto answer = module.get_method(method)(Values{});
  std::vector<std::string> texts;
  for (const auto& text : answer.toListRef()) texts.push_back(text.toStringRef());
  return texts;
}

int64_t power_of_two(int64_t samples) {
  int64_t power = 1;
  while (power < samples) power *= 2;
  return power;
}

c10::IValue parsed(int64_t kind, const std::string& text) {
  if (kind == 0) return !text.empty();
  if (kind == 1) return static_cast<int64_t>(std::stoll(text));
  if (kind == 2) return std::stod(text);
  if (kind == 3) return text;
  throw std::runtime_error("a tensor cannot be set by a message");
}

// A loaded file and one of its methods.
struct Model {
  Model(const std::string& path, std::string asked) : module(torch::jit::load(path)), method(std::move(asked)) {
    module.eval();
    const auto methods = names(module, "get_methods");
    if (std::find(methods.begin(), methods.end(), method) == methods.end()) {
      throw std::runtime_error("no method " + method);
    }
    for (const auto& name : methods) {
      auto each = module.attr(name + "_params").toTensor();
      largest = std::max({largest, each[1].item<int64_t>(), each[3].item<int64_t>()});
    }
    auto params = module.attr(method + "_params").toTensor();
    inlets = params[0].item<int64_t>(), in_ratio = params[1].item<int64_t>();
    outlets = params[2].item<int64_t>(), out_ratio = params[3].item<int64_t>();
  }

  void perform(const Buffer& incoming, Buffer& outgoing) {
    const auto samples = static_cast<int64_t>(incoming[0].size());
    const int64_t width = samples / in_ratio;
    std::vector<float> slow(inlets * width);
    for (int64_t inlet = 0; inlet < inlets; ++inlet) {
      for (int64_t k = 0; k < width; ++k) slow[inlet * width + k] = incoming[inlet][(k + 1) * in_ratio - 1];
    }
    c10::InferenceMode guard;
    Values arguments{at::from_blob(slow.data(), {1, inlets, width})};
    const auto made = module.get_method(method)(std::move(arguments)).toTensor().contiguous();
    if (made.numel() != outlets * (samples / out_ratio)) throw std::runtime_error(method + " gives a wrong shape");
    const auto* values = made.const_data_ptr<float>();
    for (int64_t outlet = 0; outlet < outlets; ++outlet) {
      for (int64_t k = 0; k < samples; ++k) {
        outgoing[outlet][k] = values[outlet * (samples / out_ratio) + k / out_ratio];
      }
    }
  }

  void set(const std::string& name, const std::vector<std::string>& texts) {
    const auto known = names(module, "get_attributes");
    if (std::find(known.begin(), known.end(), name) == known.end()) throw std::runtime_error("no attribute " + name);
    auto kinds = module.attr(name + "_params").toTensor();
    if (kinds.numel() != static_cast<int64_t>(texts.size())) throw std::runtime_error(name + ": wrong number of values");
    Values values;
    for (size_t k = 0; k < texts.size(); ++k) values.push_back(parsed(kinds[k].item<int64_t>(), texts[k]));
    const auto answer = module.get_method("set_" + name)(std::move(values));
    if (!answer.isInt()) throw std::runtime_error("set_" + name + " answers nothing");
    if (answer.toInt() != 0) throw std::runtime_error("set " + name + " was refused");
  }

  torch::jit::Module module;
  std::string method;
  int64_t largest = 1, inlets = 0, in_ratio = 1, outlets = 0, out_ratio = 1;
};

// The buffers of an object, and the thread that fills them.
class Player {
 public:
  Player(std::string path, const std::string& method, int64_t buffer)
      : path_(std::move(path)), model_(std::make_shared<Model>(path_, method)), threaded_(buffer > 0) {
    resize(model_->inlets == 1 && model_->outlets == 1 ? kLongest : buffer);
    if (threaded_) worker_ = std::thread([this] { work(); });
  }

  ~Player() { stop(); }

  // No thread computes while libtorch is taken down.
  void stop() {
    {
      std::lock_guard<std::mutex> held(lock_);
      ends_ = true;
    }
    changed_.notify_all();
    if (worker_.joinable()) worker_.join();
  }

  int64_t inlets() const { return model_->inlets; }
  int64_t outlets() const { return model_->outlets; }
  std::atomic<bool> enabled{true};

  // Messages and blocks of sound come from Pd's one thread.
  void resize(int64_t asked) {
    wait();
    const int64_t samples = power_of_two(std::max(asked, model_->largest));
    if (samples > kLongest) throw std::runtime_error("a buffer of more than 4096 samples is written beyond");
    incoming_.assign(inlets(), std::vector<float>(samples));
    given_ = incoming_;
    computed_.assign(outlets(), std::vector<float>(samples));
    outgoing_ = computed_;
    place_ = 0;
  }

  void set(const std::string& name, const std::vector<std::string>& texts) { model()->set(name, texts); }

  void reload() {
    auto fresh = std::make_shared<Model>(path_, model_->method);
    if (fresh->inlets != inlets() || fresh->outlets != outlets()) throw std::runtime_error("other inlets or outlets");
    std::lock_guard<std::mutex> held(lock_);
    model_ = std::move(fresh);
  }

  // One block, in place in `signals`: inlets first, then outlets.
  void perform(t_sample** signals, int64_t block) {
    const auto samples = static_cast<int64_t>(incoming_[0].size());
    for (int64_t inlet = 0; inlet < inlets(); ++inlet) {
      std::copy_n(signals[inlet], block, incoming_[inlet].begin() + place_);
    }
    place_ += block;
    if (place_ >= samples) {
      place_ = 0;
      wait();
      if (threaded_) outgoing_ = computed_;
      given_ = incoming_;
      if (threaded_) {
        std::lock_guard<std::mutex> held(lock_);
        asked_ = true;
        changed_.notify_all();
      } else {
        compute();
        outgoing_ = computed_;
      }
    }
    for (int64_t outlet = 0; outlet < outlets(); ++outlet) {
      auto* out = signals[inlets() + outlet];
      if (enabled) std::copy_n(outgoing_[outlet].begin() + place_, block, out);
      else std::fill_n(out, block, 0.0F);
    }
  }

 private:
  std::shared_ptr<Model> model() {
    std::lock_guard<std::mutex> held(lock_);
    return model_;
  }

  void wait() {
    std::unique_lock<std::mutex> held(lock_);
    changed_.wait(held, [this] { return !asked_; });
  }

  void compute() {
    if (!enabled) return;
    try {
      model()->perform(given_, computed_);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "nn~: %s\n", error.what());
    }
  }

  void work() {
    for (;;) {
      {
        std::unique_lock<std::mutex> held(lock_);
        changed_.wait(held, [this] { return asked_ || ends_; });
        if (ends_) return;
      }
      compute();
      std::lock_guard<std::mutex> held(lock_);
      asked_ = false;
      changed_.notify_all();
    }
  }

  std::string path_;
  std::shared_ptr<Model> model_;
  bool threaded_;
  Buffer incoming_, given_, computed_, outgoing_;
  int64_t place_ = 0;
  bool asked_ = false, ends_ = false;
  std::mutex lock_;
  std::condition_variable changed_;
  std::thread worker_;
};

t_class* nn_class = nullptr;
std::set<Player*> players;

void stop_all() {
  for (auto* player : players) player->stop();
}

struct NN {
  t_object object;
  t_float first;  // of the leftmost inlet
  Player* player;
};

std::string text_of(const t_atom& atom) {
  if (atom.a_type == A_SYMBOL) return atom.a_w.w_symbol->s_name;
  return std::to_string(atom_getfloat(&atom));
}

template <class Job>
void reported(NN* x, Job job) {
  if (x->player == nullptr) return;
  try {
    job();
  } catch (const std::exception& error) {
    pd_error(x, "nn~: %s", error.what());
  }
}

void* made(t_symbol*, int count, t_atom* atoms) {
  auto* x = reinterpret_cast<NN*>(pd_new(nn_class));
  x->player = nullptr;
  char folder[MAXPDSTRING], *name = nullptr;
  const std::string file = count > 0 ? text_of(atoms[0]) : "";
  const std::string method = count > 1 && atoms[1].a_type == A_SYMBOL ? text_of(atoms[1]) : "forward";
  const int64_t buffer = count > 2 ? static_cast<int64_t>(atom_getfloat(&atoms[2])) : 0;
  const int found = canvas_open(canvas_getcurrent(), file.c_str(), "", folder, &name, MAXPDSTRING, 1);
  if (found < 0) {
    pd_error(x, "nn~: %s: no such file", file.c_str());
    return x;
  }
  close(found);
  try {
    x->player = new Player(std::string(folder) + "/" + name, method, buffer);
  } catch (const std::exception& error) {
    pd_error(x, "nn~: error during loading: %s", error.what());
    return x;
  }
  // Once libtorch has made all that it takes down at the end: what is registered last is called first.
  static const int registered = std::atexit(stop_all);
  (void)registered;
  players.insert(x->player);
  for (int64_t k = 1; k < x->player->inlets(); ++k) {
    inlet_new(&x->object, &x->object.ob_pd, &s_signal, &s_signal);
  }
  for (int64_t k = 0; k < x->player->outlets(); ++k) outlet_new(&x->object, &s_signal);
  return x;
}

void freed(NN* x) {
  players.erase(x->player);
  delete x->player;
}

t_int* performed(t_int* w) {
  auto* x = reinterpret_cast<NN*>(w[1]);
  const auto count = static_cast<int64_t>(w[2]), block = static_cast<int64_t>(w[3]);
  std::vector<t_sample*> signals(count);
  // Pd may lend one place to an inlet and an outlet: all inlets are read before an outlet is written.
  for (int64_t k = 0; k < count; ++k) signals[k] = reinterpret_cast<t_sample*>(w[4 + k]);
  x->player->perform(signals.data(), block);
  return w + 4 + count;
}

void dsp(NN* x, t_signal** signals) {
  if (x->player == nullptr) return;
  const int64_t count = x->player->inlets() + x->player->outlets();
  std::vector<t_int> words{reinterpret_cast<t_int>(x), static_cast<t_int>(count), signals[0]->s_n};
  for (int64_t k = 0; k < count; ++k) words.push_back(reinterpret_cast<t_int>(signals[k]->s_vec));
  dsp_addv(performed, static_cast<int>(words.size()), words.data());
}

void set(NN* x, t_symbol*, int count, t_atom* atoms) {
  reported(x, [&] {
    if (count == 0) throw std::runtime_error("set needs the name of an attribute");
    std::vector<std::string> texts;
    for (int k = 1; k < count; ++k) {
      if (atoms[k].a_type == A_SYMBOL) pd_error(x, "%s", "");
      texts.push_back(text_of(atoms[k]));
    }
    x->player->set(text_of(atoms[0]), texts);
  });
}

void bufsize(NN* x, t_floatarg samples) {
  reported(x, [&] { x->player->resize(static_cast<int64_t>(samples)); });
}

void enable(NN* x, t_floatarg on) {
  if (x->player != nullptr) x->player->enabled = on != 0;
}

void reload(NN* x) {
  reported(x, [&] { x->player->reload(); });
}

}  // namespace

extern "C" __attribute__((visibility("default"))) void nn_tilde_setup() {
  nn_class = class_new(gensym("nn~"), reinterpret_cast<t_newmethod>(made), reinterpret_cast<t_method>(freed),
                       sizeof(NN), CLASS_DEFAULT, A_GIMME, A_NULL);
  CLASS_MAINSIGNALIN(nn_class, NN, first);
  class_addmethod(nn_class, reinterpret_cast<t_method>(dsp), gensym("dsp"), A_CANT, A_NULL);
  class_addmethod(nn_class, reinterpret_cast<t_method>(set), gensym("set"), A_GIMME, A_NULL);
  class_addmethod(nn_class, reinterpret_cast<t_method>(bufsize), gensym("bufsize"), A_FLOAT, A_NULL);
  class_addmethod(nn_class, reinterpret_cast<t_method>(enable), gensym("enable"), A_FLOAT, A_NULL);
  class_addmethod(nn_class, reinterpret_cast<t_method>(reload), gensym("reload"), A_NULL);
}
