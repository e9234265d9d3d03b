"""Fit the model of companies' domains."""

import csv
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, Any

import numpy as np
import scipy.optimize
import scipy.sparse

from guessmail.domains.company_features import (
    affix_features, kind_of_plan, label_features, name_features, none_features, plan_features)
from guessmail.domains.company_name import CompanyName, read_company
from guessmail.domains.labels import Plan, class_of, plans_of
from guessmail.domains import is_public_suffix


class Row(NamedTuple):
    name: CompanyName
    label: str
    suffix: str
    domain: str = ""

class Words(NamedTuple):
    commonness: dict
    abbreviations: dict


def read_rows(path, folds):
    rows = []
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            d = row["domain"]
            if zlib.crc32(d.encode()) % 5 in folds:
                label, _, suffix = d.partition(".")
                rows.append(Row(read_company(row["company"]), label, suffix, d))
    return [r for r in rows if r.name.words]


def count_words(rows, least=5):
    cnt = Counter(w for r in rows for w in {x.text for x in r.name.words})
    return {w: 1 + (c >= 15) + (c >= 60) for w, c in cnt.items() if c >= least}


def count_abbreviations(rows, least=4):
    found = Counter()
    for row in rows:
        texts = [w.text for w in row.name.words]
        for at, word in enumerate(texts):
            if len(word) < 5 or not at:
                continue
            for start in range(at):
                before = "".join(texts[start:at])
                for join in ("", "-"):
                    if row.label.startswith(before + join):
                        rest = row.label[len(before + join):]
                        if 2 <= len(rest) < len(word) and rest[0] == word[0] and is_subsequence(rest, word):
                            found[word, rest] += 1
    out = defaultdict(list)
    for (word, short), count in found.most_common():
        if count >= least and len(out[word]) < 2:
            out[word].append(short)
    return {w: " ".join(s) for w, s in out.items() if s}


def is_subsequence(short, word):
    letters = iter(word)
    return all(c in letters for c in short)


def affix_of(label, plan):
    if label.startswith(plan.label):
        return "+" + label[len(plan.label):]
    if label.endswith(plan.label):
        return label[: -len(plan.label)] + "+"
    return ""


def may_take_affix(plan):
    return (len(plan.label) >= 3 or "i" in plan.actions) and not set(plan.actions) & set("34c")


def softmax_fit(X, y, options, l2, iters=80):
    """Multinomial logistic regression; y index of option; returns W (features x options)."""
    n, f = X.shape
    Y = scipy.sparse.csr_matrix((np.ones(n), (np.arange(n), y)), shape=(n, options))
    XT = X.T.tocsr()
    XTY = (XT @ Y).toarray()

    def loss(theta):
        W = theta.reshape(f, options)
        S = X @ W
        S -= S.max(1, keepdims=True)
        Z = np.log(np.exp(S).sum(1))
        ll = S[np.arange(n), y].sum() - Z.sum()
        P = np.exp(S - Z[:, None])
        G = XTY - XT @ P
        return -ll + l2 / 2 * (theta ** 2).sum(), (-G + l2 * W).ravel()

    r = scipy.optimize.minimize(loss, np.zeros(f * options), jac=True, method="L-BFGS-B", options={"maxiter": iters})
    return r.x.reshape(f, options)


def index_features(lists, least):
    cnt = Counter(x for one in lists for x in set(one))
    names = [x for x, c in cnt.items() if c >= least]
    at = {x: i for i, x in enumerate(names)}
    indptr, idx = [0], []
    for one in lists:
        idx += [at[x] for x in one if x in at]
        indptr.append(len(idx))
    X = scipy.sparse.csr_matrix((np.ones(len(idx), np.float64), np.array(idx, np.int32), np.array(indptr)), shape=(len(lists), len(names)))
    return X, names


def plan_fit(rows, plans, cls, hits, l2, least, iters=120):
    feats, seg, tgt = [], [], []
    support = Counter()
    lists = []
    starts = [0]
    targets = []
    for row, ps, c, hit in zip(rows, plans, cls, hits):
        cand = [list(plan_features(p, row.name, c)) for p in ps] + [list(none_features(row.name, c))]
        lists += cand
        h = hit if hit else [len(ps)]
        targets += [1.0 if j in set(h) else 0.0 for j in range(len(cand))]
        starts.append(len(lists))
        support.update({f for j in h for f in cand[j]})
    # features must occur in several companies: as made, or as could have been made
    could = Counter()
    for a, b in zip(starts, starts[1:]):
        could.update({f for one in lists[a:b] for f in one})
    names = [f for f, c in could.items() if c >= least and support[f] >= 2]
    at = {f: i for i, f in enumerate(names)}
    indptr, idx = [0], []
    for one in lists:
        idx += [at[x] for x in one if x in at]
        indptr.append(len(idx))
    X = scipy.sparse.csr_matrix((np.ones(len(idx), np.float64), np.array(idx, np.int32), np.array(indptr)), shape=(len(lists), len(names)))
    print("plan candidates", X.shape, len(idx))
    XT = X.T.tocsr()
    starts = np.array(starts)
    t = np.array(targets)
    seg = np.repeat(np.arange(len(rows)), np.diff(starts))

    def loss(theta):
        s = X @ theta
        m = np.maximum.reduceat(s, starts[:-1])
        e = np.exp(s - m[seg])
        z = np.add.reduceat(e, starts[:-1])
        h = np.add.reduceat(e * t, starts[:-1])
        g = XT @ (e * t / h[seg] - e / z[seg])
        return -(np.log(h) - np.log(z)).sum() + l2 / 2 * (theta ** 2).sum(), -g + l2 * theta

    r = scipy.optimize.minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": iters})
    print("plan nll", r.fun / len(rows))
    return dict(zip(names, r.x.tolist()))


def fit(rows, l2_plan=2.0, l2_affix=2.0, l2_suffix=1.0, least=8, affixes_least=6):
    common = count_words(rows)
    abbr = count_abbreviations(rows)
    cls = ["".join(class_of(w, common) for w in r.name.words) for r in rows]
    plans = [plans_of(r.name, c, abbr) for r, c in zip(rows, cls)]
    exact = [[j for j, p in enumerate(ps) if p.label == r.label] for r, ps in zip(rows, plans)]
    left = Counter()
    for r, ps, hit in zip(rows, plans, exact):
        if not hit:
            left.update({affix_of(r.label, p) for p in ps if may_take_affix(p)} - {""})
    affixes = ["", *(a for a, c in left.most_common() if c >= affixes_least)]
    print(len(affixes), "affixes")
    known = {a: i for i, a in enumerate(affixes)}
    hits, alists, ays = [], [], []
    slists, sys_ = [], []
    suffixes = [s for s, c in Counter(r.suffix for r in rows).most_common() if c >= 6]
    sat = {s: i for i, s in enumerate(suffixes)}
    nf_all = []
    for r, ps, c, hit in zip(rows, plans, cls, exact):
        nf = name_features(r.name, c)
        nf_all.append(nf)
        affix = ""
        if not hit:
            options = [(len(p.label), j, affix_of(r.label, p)) for j, p in enumerate(ps) if may_take_affix(p)]
            options = [o for o in options if o[2] in known and o[2]]
            if options:
                best = max(options)
                affix = best[2]
                hit = [j for n, j, a in options if a == affix]
        hits.append(hit)
        if hit:
            j = hit[0]
            kind = kind_of_plan(ps[j].actions, c)
            alists.append(nf + affix_features(ps[j], kind, r.name))
            ays.append(known[affix])
        else:
            kind = "none"
        slists.append(nf + label_features(r.label, kind, affix))
        sys_.append(sat.get(r.suffix, len(suffixes)))
    print("explained", sum(map(bool, hits)) / len(rows), "suffix known", sum(y < len(suffixes) for y in sys_) / len(rows), len(suffixes))
    plan_w = plan_fit(rows, plans, cls, hits, l2_plan, least)
    AX, anames = index_features(alists, least)
    aw = softmax_fit(AX, np.array(ays), len(affixes), l2_affix)
    SX, snames = index_features(slists, least)
    sw = softmax_fit(SX, np.array(sys_), len(suffixes) + 1, l2_suffix)
    print("affix features", AX.shape, "suffix", SX.shape)
    return dict(common=common, abbr=abbr, plan=plan_w, affixes=affixes, affix_names=anames, affix_w=aw, suffixes=suffixes, suffix_names=snames, suffix_w=sw)
