namespace FlowKernel.Jupyter.Tests.Hosting;

/// <summary>Good messages damaged at random: frames left out, doubled, cut, overwritten, swapped.</summary>
internal static class RandomFrames
{
    public static IEnumerable<byte[]> Of(Random random, byte[][] message)
    {
        var frames = message.ToList();
        for (var damages = random.Next(1, 4); damages > 0; damages--)
            Damage(random, frames);
        return frames.Count == 0 ? [[]] : frames;
    }

    private static void Damage(Random random, List<byte[]> frames)
    {
        if (frames.Count == 0)
            return;
        var at = random.Next(frames.Count);
        switch (random.Next(5))
        {
            case 0:
                frames.RemoveAt(at);
                break;
            case 1:
                frames.Insert(at, frames[random.Next(frames.Count)]);
                break;
            case 2:
                frames[at] = frames[at][..random.Next(frames[at].Length + 1)];
                break;
            case 3:
                frames[at] = Overwritten(random, frames[at]);
                break;
            default:
                frames.Reverse(at, random.Next(frames.Count - at + 1));
                break;
        }
    }

    private static byte[] Overwritten(Random random, byte[] frame)
    {
        byte[] changed = [.. frame];
        if (changed.Length > 0)
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return changed;
    }
}
