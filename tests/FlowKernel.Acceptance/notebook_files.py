"""Notebook files of given cells."""
import json
import os


def write_notebook(folder, name, *cells, metadata=None):
    """Writes a notebook of code cells; gives its path. A cell may be a text or a whole cell object."""
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        json.dump({
            "nbformat": 4, "nbformat_minor": 5,
            "metadata": metadata or {"kernelspec": {"name": "flowkernel", "display_name": "FlowKernel"}},
            "cells": [_cell(n, cell) for n, cell in enumerate(cells)],
        }, file, ensure_ascii=False, indent=1)
    return path


def write_text(folder, name, text):
    """Writes a text file, with the folders it needs; gives its path."""
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def _cell(number, cell):
    if isinstance(cell, dict):
        return {"id": f"c{number}", "metadata": {}, **cell}
    return {
        "id": f"c{number}", "cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [],
        "source": cell.splitlines(keepends=True)}
