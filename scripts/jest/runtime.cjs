/**
 * Jest's runtime, made for a house of some six hundred test files. Each file still loads our own code anew, in a context of
 * its own; what that cost beyond need is left out:
 * - The AWS SDK keeps no state between clients: it is loaded once a process. It reads the process's environment, which a
 *   test therefore has too, and leaves as it was.
 * - A module is compiled once a process. Jest 30 compiles with `compileFunction`, which V8 does not remember.
 * - An AsyncLocalStorage that nobody disables makes every later promise of the process slower: a file's are disabled at
 *   its end.
 *
 * And properties start from the seed of the sources (./seed.cjs).
 */
const { AsyncLocalStorage, ...hooks } = require('node:async_hooks');
const { createRequire } = require('node:module');
const { isNativeError } = require('node:util/types');
const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');
const { seed } = require('./seed.cjs');

const SHARED = /^@(aws-sdk|smithy)\//;
const HOOKS = /^(node:)?async_hooks$/;

/** An error of a test's context is one for the SDK outside it, and the other way round. */
const knowErrors = (BaseError) => {
  const isOf = Function.prototype[Symbol.hasInstance];
  const value = function (it) {
    return isOf.call(this, it) || (this === BaseError && isNativeError(it));
  };
  Object.defineProperty(BaseError, Symbol.hasInstance, { value, configurable: true });
};
knowErrors(Error);

/** File → what was compiled of it, and of which text. */
const compiled = new Map();
let dynamicImport;

const compile = (parameters, source, filename) => {
  const known = compiled.get(filename);
  if (known?.source === source) return known.script;
  const script = new Script(`(function (${parameters.join(', ')}) {${source}\n})`, {
    filename,
    importModuleDynamically: (...asked) => dynamicImport(filename, asked),
  });
  compiled.set(filename, { source, script });
  return script;
};

class SharingRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    knowErrors(this._environment.global.Error);
    this._environment.global.process.env = process.env;
    this.found = { ...process.env };
    const storages = new Set();
    this.storages = storages;
    this.hooks = {
      ...hooks,
      AsyncLocalStorage: class extends AsyncLocalStorage {
        constructor(...options) {
          super(...options);
          storages.add(this);
        }
      },
    };
    const { executor } = this;
    const compileFunction = executor.compile.bind(executor);
    executor.compile = (source, filename) => {
      const context = executor.environment.getVmContext();
      // V8 asks with what was asked for, the script, its attributes and the phase.
      dynamicImport = (from, [specifier, , ...rest]) =>
        executor.dynamicImport(specifier, from, executor.environment.getVmContext(), ...rest);
      try {
        return compile(executor.injectedModuleParameters, source, filename).runInContext(context);
      } catch {
        // Jest says what is wrong with it.
        return compileFunction(source, filename);
      }
    };
  }

  requireModuleOrMock(from, name) {
    if (HOOKS.test(name)) return this.hooks;
    if (SHARED.test(name)) return createRequire(from)(name);
    const module = super.requireModuleOrMock(from, name);
    // a file that has properties; others need not load what makes them
    if (name === 'fast-check') module.configureGlobal({ ...module.readConfigureGlobal(), seed });
    return module;
  }

  requireInternalModule(from, name) {
    return name && HOOKS.test(name) ? this.hooks : super.requireInternalModule(from, name);
  }

  teardown() {
    for (const storage of this.storages) storage.disable();
    for (const name of Object.keys(process.env)) if (!(name in this.found)) delete process.env[name];
    Object.assign(process.env, this.found);
    super.teardown();
  }
}

module.exports = { __esModule: true, default: SharingRuntime };
