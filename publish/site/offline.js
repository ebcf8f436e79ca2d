/* Search in a copy that is read from disk, where a browser gives no worker: a hidden frame takes its place.

   It does what docs/assets/search.js and Material's worker need of one: messages both ways, and importScripts,
   which here answers with a promise, since a frame cannot wait for a script. Only publish/site/offline.py adds this
   script, and from a server the copy has its worker. */
"use strict";

if (location.protocol === "file:")
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = Object.assign(document.createElement("iframe"), { hidden: true });
      document.body.append(frame);
      this.frame = frame;
      this.inside = frame.contentWindow;
      this.inside.document.open(), this.inside.document.write("<!doctype html><title>…</title>"), this.inside.document.close();
      this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
      this.inside.importScripts = (...names) => (this.loaded = names.reduce((before, name) => before.then(() => this.load(name)), Promise.resolve()));
      this.loaded = this.load(address);
    }

    load(name) {
      return new Promise((found, lost) => {
        const script = this.inside.document.createElement("script");
        Object.assign(script, { src: new URL(name, location), onload: found, onerror: lost });
        this.inside.document.head.append(script);
      });
    }

    async postMessage(data) {
      for (let waited; waited !== this.loaded; ) await (waited = this.loaded); // A script may bring in others.
      this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data: structuredClone(data) }));
    }

    terminate() {
      this.frame.remove();
    }
  };
