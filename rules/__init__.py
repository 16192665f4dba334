"""Rule packs: data a careful clerk can read and change. No code lives here."""
