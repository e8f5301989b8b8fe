package corpus;

import java.util.*;
import java.util.concurrent.*;

@SuppressWarnings({"rawtypes", "unchecked"})
class Raw {
    void raw(List list, Map map, Future future, Callable callable) throws Exception {
        list.add("x");
        list.get(0).toString();
        ((Thread) list.get(0)).join();
        for (Object o : list) {
            o.wait();
        }
        map.get("x").hashCode();
        map.entrySet().iterator().next().toString();
        future.get().getClass().getName();
        callable.call().equals(map);
        new ArrayList(list).iterator().next();
        Collections.sort(list);
        List<String> strings = list;
        strings.get(0).trim();
        Iterator it = list.iterator();
        while (it.hasNext()) {
            String s = (String) it.next();
            s.trim();
        }
        Class c = list.getClass();
        c.newInstance();
        Class<? extends List> typed = list.getClass();
        typed.getDeclaredConstructor().newInstance().size();
        Object[] array = list.toArray(new String[0]);
        array.clone();
        StringBuilder sb = new StringBuilder();
        sb.append(1).append('c').append("x").append(new char[0]).append(sb).append(1L).length();
        String.valueOf(1);
        String.valueOf('c');
        String.valueOf(new char[] {'a'});
        String.valueOf((Object) null);
        String.format("%s %d", "x", 1);
        System.out.printf("%s", list);
        Math.max(1, 2L);
        Math.abs(-1.0f);
        list.remove(1);
        list.remove("x");
        new ArrayList<Integer>().remove(Integer.valueOf(1));
        Character ch = 'x';
        sb.append(ch);
        Integer boxed = 1;
        sb.append(boxed);
        short s = 1;
        sb.append(s);
        byte b = 2;
        Integer.toHexString(b);
        long l = boxed + 1L;
        Thread.sleep(l);
        Thread.sleep(boxed);
        Objects.hash(1, "x", null);
        Arrays.asList(1, 2).contains(1);
        Arrays.fill(new int[1], 3);
        Arrays.fill(new Object[1], 3);
        List.of(1, 2, 3).toArray(new Integer[0])[0].intValue();
        Set.of("a").toArray(String[]::new)[0].trim();
        int[][] grid = new int[3][4];
        grid[0].clone()[1]++;
        grid.clone()[0].getClass();
    }
}
