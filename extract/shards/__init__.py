"""Outcomes as Parquet: a shard is what a few files became, in one Parquet file for each table of the store.

    DIR/document/<run>-<number>-<hash>.parquet    one row for each file, read or failed; written last
    DIR/value/<run>-<number>-<hash>.parquet       the rows of those documents, as in store.value; and so on

Every file is named by the hash of its bytes, and that of `document` names the others: a shard is there once that is
there, is damaged where a hash does not fit, and writing it twice changes nothing.
"""
